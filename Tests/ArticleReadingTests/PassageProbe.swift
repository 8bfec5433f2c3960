import ArticleReading
import GraphModel

extension Document {
    /// The passages as they stand in the text, marked `# ` for the headline and `## ` for subheadings.
    var outline: [String] {
        passages.map { passage in
            let mark =
                switch passage.role {
                case .headline: "# "
                case .subheading: "## "
                case .paragraph: ""
                }
            return mark + text[passage.span]
        }
    }
}

/// Reads one text as from a file.
func read(_ text: String) throws(ReadingError) -> Document {
    try ArticleReader().document(text: text, source: "story.txt")
}

/// The error that reading ends with, or nil.
func problem(_ text: String) -> ReadingError? {
    do throws(ReadingError) {
        _ = try read(text)
        return nil
    } catch {
        return error
    }
}
