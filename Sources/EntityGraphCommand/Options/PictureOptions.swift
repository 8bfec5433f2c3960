public import ArgumentParser
public import EntityGraph

/// How a picture looks.
struct PictureOptions: ParsableArguments {
    @OptionGroup var plot: PlotOptions

    @Option(help: "What is explained under the picture: used (what occurs in it), full or none.")
    var legend: LegendStyle = .used

    @Option(help: "Letters (iso) or flags (emoji) of countries; none leaves them out.")
    var flags: FlagStyle = .none

    @Option(help: ArgumentHelp("Draw the most important entities only, so many.", valueName: "n"))
    var top: Int = 40

    @Flag(help: "One line for all relations of two entities, with their number.")
    var fold = false

    @Flag(help: "List the sentences that say so, numbered, under the picture.")
    var evidence = false

    @Option(help: "Frame what belongs together: none, country or community.")
    var cluster: Clustering = .none

    @Option(help: "Graphviz's engine (dot, sfdp, neato, fdp, circo, twopi); without it the size of the graph decides.")
    var layout: LayoutEngine?

    @Option(help: ArgumentHelp("Seconds after which a simpler layout stands in for one that has not ended.", valueName: "seconds"))
    var timeLimit: Double = 20

    func validate() throws {
        if !(1...100_000).contains(top) { throw ValidationError("--top \(top): give a number from 1 to 100000") }
        if !(0.1...3600).contains(timeLimit) { throw ValidationError("--time-limit \(timeLimit): give seconds from 0.1 to 3600") }
    }

    var options: DrawingOptions {
        var options = plot.options
        options.legend = legend
        options.flags = flags
        options.maximumEntities = top
        options.foldsPairs = fold
        options.showsEvidence = evidence
        options.clustering = cluster
        options.engine = layout
        options.timeLimit = timeLimit
        return options
    }
}

extension Theme: ExpressibleByArgument {}
extension LegendStyle: ExpressibleByArgument {}
extension FlagStyle: ExpressibleByArgument {}
extension Clustering: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}
