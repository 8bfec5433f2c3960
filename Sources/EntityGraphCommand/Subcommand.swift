import ArgumentParser

/// A subcommand that says on standard error what went wrong and returns the exit code of the contract.
protocol Subcommand: AsyncParsableCommand {
    /// Exit code where the work could not be done at all.
    static var failureCode: Int32 { get }

    /// Does the work and returns the exit code.
    func perform() async throws -> Int32
}

extension Subcommand {
    static var failureCode: Int32 { 1 }

    func run() async throws {
        let code: Int32
        do {
            code = try await perform()
        } catch let error as ValidationError {
            throw error
        } catch let error as ExitCode {
            throw error
        } catch {
            Terminal.say("entitygraph: \(error)")
            code = Self.failureCode
        }
        if code != 0 { throw ExitCode(code) }
    }
}
