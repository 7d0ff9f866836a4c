import GRDB
public import Study

/// A backup on its way into the place of a learner's file.
///
/// Nothing is changed before ``perform(as:)``: what would change can be shown first.
public struct Restoring: Sendable {
  /// The backup.
  public let backup: String

  /// What the backup holds.
  public let restored: FileContents

  /// What the learner's file holds now; nil where there is none or it cannot be read.
  public let current: FileContents?

  /// Whether there is a file now, readable or not.
  public let hasCurrent: Bool

  private let path: String
  private let plan: BackupPlan

  /// Looks over a backup and the file that it would replace.
  ///
  /// - Parameters:
  ///   - backup: a learner's file; it is only read.
  ///   - path: the file in whose place its content is to come.
  ///   - plan: where the file as it is now goes before that.
  /// - Throws: ``LearnerFileFailure`` where the backup cannot be read or its own check finds damage.
  public init(_ backup: String, to path: String, plan: BackupPlan) throws {
    let store = try LearnerStore.open(path: backup, access: .readOnly)
    let found = try store.verify()
    guard found.isSound else {
      throw LearnerFileFailure.damaged(path: backup, detail: found.firstFinding)
    }
    restored = try store.contents()
    try store.close()
    hasCurrent = try Files.kind(path) != .nothing
    current = try? LearnerStore.open(path: path, access: .readOnly).contents()
    self.backup = backup
    self.path = path
    self.plan = plan
  }

  /// Events of the present file that are not in the backup.
  public var lostEvents: Int { current?.eventsMissing(in: restored) ?? 0 }

  /// Events of the backup that are not in the present file.
  public var gainedEvents: Int { current.map { restored.eventsMissing(in: $0) } ?? restored.events }

  /// Puts the backup's content in the place of the file's.
  ///
  /// The present file is kept first: as a backup where it can be read, else it is moved aside as it is.
  ///
  /// - Parameter device: a new id; the old one may have appended events that the backup does not know.
  /// - Returns: where the present file was kept; nil where there was none.
  /// - Throws: ``LearnerFileFailure``; the present file is then as it was.
  public func perform(as device: DeviceID) throws -> String? {
    let whole = Files.temporaryName(for: path, device: device.text)
    let source = try LearnerStore.open(path: backup, access: .readOnly)
    try source.writeCopy(to: whole, for: path)
    try source.close()
    defer { for ending in ["", "-wal", "-shm"] { Files.remove(whole + ending) } }
    // A backup of an older version is brought up to date before it takes the file's place.
    let newest = try LearnerStore.open(path: whole, access: .existing(as: device))
    try LearnerFileFailure.translating(path) { try LearnerStore.finish(newest.database) }
    guard current != nil, let present = try? LearnerStore.open(path: path, access: .existing(as: device))
    else { return try putInPlace(whole) }
    let kept = try present.backUp(plan)
    try LearnerFileFailure.translating(path) {
      let copy = try DatabaseQueue(path: whole, configuration: Connection.reading)
      // One transaction under the write lock: another process sees the old content or the new.
      try copy.backup(to: present.database)
      try copy.close()
    }
    try present.close()
    return kept.path
  }

  /// Moves what cannot be opened aside and gives the copy its name.
  private func putInPlace(_ whole: String) throws -> String? {
    var kept: String?
    if hasCurrent {
      try Files.makeFolder(plan.folder.path)
      let name = BackupName.text(of: plan.moment, word: "replaced")
      let aside = "\(plan.folder.path)/\(name)"
      guard try Files.kind(aside) == .nothing else { throw LearnerFileFailure.exists(path: aside) }
      for ending in ["-wal", "-shm", ""] where try Files.kind(path + ending) != .nothing {
        try Files.replace(aside + ending, with: path + ending)
      }
      kept = aside
    }
    guard try Files.publish(whole, as: path) else { throw LearnerFileFailure.exists(path: path) }
    return kept
  }
}
