/// The folder of all learners' files: `learners` in the data folder.
public struct LearnerFolder: Sendable, Equatable {
  /// The folder's path.
  public let path: String

  static let ending = ".sqlite"

  /// The learners' folder in a data folder.
  public init(dataFolder: String) {
    path = dataFolder.hasSuffix("/") ? dataFolder + "learners" : dataFolder + "/learners"
  }

  /// Where a learner's file is, or would be.
  public func path(of learner: LearnerName) -> String {
    "\(path)/\(learner.text)\(LearnerFolder.ending)"
  }

  /// Makes the folder and those above it that are missing, each open to its owner only.
  ///
  /// - Throws: ``LearnerFileFailure``.
  public func prepare() throws {
    try Files.makeFolder(path)
  }

  /// The learners that have a file, sorted; none where there is no folder yet.
  ///
  /// Files whose names could not be a learner's are left out.
  /// - Throws: ``LearnerFileFailure`` where the folder cannot be read.
  public func learners() throws -> [LearnerName] {
    try Files.names(in: path).compactMap { name in
      guard name.hasSuffix(LearnerFolder.ending),
        let learner = try? LearnerName(String(name.dropLast(LearnerFolder.ending.count))),
        Array((learner.text + LearnerFolder.ending).utf8) == Array(name.utf8),
        case .file = try? Files.kind("\(path)/\(name)")
      else { return nil }
      return learner
    }
    .sorted()
  }
}
