import Foundation

/// Standard output and standard error.
enum Terminal {
    /// Whether standard output is a terminal, so that a person reads it.
    static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal, so that progress can be shown.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal, 100 if nobody knows.
    static var width: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
    }

    /// A result, as it is. Ends the program if it cannot be written, for then nothing it does is of use.
    static func write(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            say("entitygraph: standard output cannot be written; is the disk full?")
            exit(1)
        }
    }

    /// A line on standard error.
    static func say(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }

    /// Replaces the progress line on standard error; an empty text removes it.
    static func progress(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8)) }
}
