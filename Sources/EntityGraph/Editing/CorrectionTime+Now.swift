import Foundation
public import GraphModel

extension CorrectionTime {
    /// This second. Only the assembly reads the clock; everything below is given its time.
    public static var now: CorrectionTime { CorrectionTime(secondsSince1970: Int(Date().timeIntervalSince1970)) }
}
