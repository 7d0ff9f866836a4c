import Reports
import Study

/// A review log at a path, read as often as one likes where it is a regular file.
struct ReviewLogFile {
  /// Where it stands; `-` is standard input.
  let path: String

  /// The zone of times that name none.
  let zone: any ZoneRules

  /// Whether the columns of Anki's table of reviews are understood too.
  var takesAnki = false

  /// Whether it can be read a second time: pipes and standard input cannot.
  var isRepeatable: Bool {
    path != "-" && fileKind(at: path) == .file
  }

  /// Reads it from beginning to end.
  ///
  /// - Throws: `FileFailure`, `CommandFailure.csv` or `.reviewLog`, or what the body throws.
  func read(_ body: (ReviewLogPart) throws -> Void) throws {
    var reader = ReviewLogReader(zone: zone, takesAnki: takesAnki)
    do {
      try forEachPiece(of: path) { try reader.read($0, body: body) }
      try reader.finish(body: body)
    } catch let failure as CSVFailure {
      throw CommandFailure.csv(path: path, failure)
    } catch let failure as ReviewLogFailure {
      throw CommandFailure.reviewLog(path: path, failure)
    }
  }
}
