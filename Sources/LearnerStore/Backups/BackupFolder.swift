public import Study

/// Where a learner's backups lie: the folder `backups/<name>` of the data folder.
///
/// A backup's name is the local time at which it was made, `2026-11-24T080000.000+0800.sqlite`. Files of
/// other names may lie there too; they are never thinned.
public struct BackupFolder: Sendable, Equatable {
  /// The folder's path.
  public let path: String

  /// The folder of a learner's backups in a data folder.
  public init(dataFolder: String, learner: LearnerName) {
    let parent = dataFolder.hasSuffix("/") ? dataFolder : dataFolder + "/"
    path = "\(parent)backups/\(learner.text)"
  }

  /// The learner's backups, oldest first; none where there is no folder yet.
  ///
  /// - Throws: ``LearnerFileFailure`` where the folder cannot be read.
  public func backups() throws -> [Backup] {
    try Files.names(in: path)
      .compactMap { name in
        BackupName.moment(of: name).map { Backup(path: "\(path)/\(name)", madeAt: $0) }
      }
      .sorted { ($0.madeAt.instant, $0.path) < ($1.madeAt.instant, $1.path) }
  }

  /// Removes the backups that the thinning does not keep.
  ///
  /// - Throws: ``LearnerFileFailure`` where the folder cannot be read.
  func thin(at moment: Moment) throws {
    let backups = try backups()
    let kept = Thinning(now: moment).kept(of: backups.map(\.madeAt))
    for (backup, isKept) in zip(backups, kept) where !isKept { Files.remove(backup.path) }
  }
}

/// A copy of a learner's file.
public struct Backup: Sendable, Equatable {
  /// Where it is.
  public let path: String

  /// When it was made.
  public let madeAt: Moment

  /// A backup made at a moment.
  public init(path: String, madeAt: Moment) {
    self.path = path
    self.madeAt = madeAt
  }
}

/// Where a backup goes before a file is changed beyond what can be undone, and when that is.
public struct BackupPlan: Sendable {
  /// The learner's folder of backups.
  public let folder: BackupFolder

  /// Now.
  public let moment: Moment

  /// A plan for one learner at a moment.
  public init(folder: BackupFolder, at moment: Moment) {
    self.folder = folder
    self.moment = moment
  }
}

/// The names of backups: RFC 3339 without what file systems dislike.
enum BackupName {
  /// The name of a backup made at a moment, with a word before the ending for files of another kind.
  static func text(of moment: Moment, word: String = "") -> String {
    let time = moment.rfc3339.replacing(":", with: "")
    let stamp = time.hasSuffix("Z") ? time.dropLast() + "+0000" : time[...]
    return stamp + (word.isEmpty ? "" : "-" + word) + LearnerFolder.ending
  }

  /// When a backup of this name was made; nil for any other name.
  static func moment(of name: String) -> Moment? {
    let bytes = Array(name.utf8)
    guard bytes.count == 33, name.hasSuffix(LearnerFolder.ending), bytes.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    var time = Array(bytes.prefix(26))
    for place in [24, 15, 13] { time.insert(UInt8(ascii: ":"), at: place) }
    guard let moment = Moment(rfc3339: String(decoding: time, as: UTF8.self)),
      text(of: moment) == name
    else { return nil }
    return moment
  }
}
