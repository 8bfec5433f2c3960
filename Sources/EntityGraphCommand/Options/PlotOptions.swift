import ArgumentParser
import EntityGraph

/// How any picture looks, a graph or a plot.
struct PlotOptions: ParsableArguments {
    @Option(help: "A title above the picture.")
    var title: String?

    @Option(help: "light or dark.")
    var theme: Theme = .light

    @Option(help: ArgumentHelp("Dots an inch of a .png file.", valueName: "n"))
    var dpi: Double = 144

    @Option(help: ArgumentHelp("Most pixels of a .png file; fewer dots an inch are taken where they are needed.", valueName: "n"))
    var maxPixels: Int = 40_000_000

    func validate() throws {
        if !(10...2400).contains(dpi) { throw ValidationError("--dpi \(dpi): give a number from 10 to 2400") }
        if !(10_000...1_000_000_000).contains(maxPixels) {
            throw ValidationError("--max-pixels \(maxPixels): give a number from 10000 to 1000000000")
        }
    }

    var options: DrawingOptions {
        var options = DrawingOptions(title: title)
        options.theme = theme
        options.dotsPerInch = dpi
        options.maximumPixels = maxPixels
        return options
    }
}
