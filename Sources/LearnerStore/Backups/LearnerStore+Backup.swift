import GRDB
import Scheduling
import Study

extension LearnerStore {
  /// Makes a backup and thins the older ones.
  ///
  /// - Returns: the backup, which is whole and on the disk.
  /// - Throws: ``LearnerFileFailure``; there is no backup then, and none was removed.
  @discardableResult
  public func backUp(_ plan: BackupPlan) throws -> Backup {
    try Files.makeFolder(plan.folder.path)
    var moment = plan.moment
    while true {
      let backup = Backup(path: "\(plan.folder.path)/\(BackupName.text(of: moment))", madeAt: moment)
      if try publishCopy(as: backup.path) {
        try plan.folder.thin(at: plan.moment)
        return backup
      }
      moment = Moment(moment.instant.advanced(by: Milliseconds(1)), offset: moment.offset)
    }
  }

  /// Makes the day's backup: nothing where there is one of this local day, or nothing was recorded since the
  /// last.
  ///
  /// - Throws: ``LearnerFileFailure``.
  @discardableResult
  public func backUpDaily(_ plan: BackupPlan) throws -> Backup? {
    let today = BackupName.text(of: plan.moment).prefix(10)
    guard let last = try lastEffective() else { return nil }
    if let newest = try plan.folder.backups().last {
      guard BackupName.text(of: newest.madeAt).prefix(10) != today, last > newest.madeAt.instant else {
        return nil
      }
    }
    return try backUp(plan)
  }

  /// Copies the file as it stands to a path where nothing is yet.
  ///
  /// - Throws: ``LearnerFileFailure``, `.exists` where something stands there.
  public func copy(to path: String) throws {
    guard try Files.kind(path) == .nothing, try publishCopy(as: path) else {
      throw LearnerFileFailure.exists(path: path)
    }
  }

  /// Writes a copy under another name and publishes it when it is whole and on the disk.
  ///
  /// - Returns: whether the name was free.
  func publishCopy(as path: String) throws -> Bool {
    guard try Files.kind(path) == .nothing else { return false }
    let temporary = Files.temporaryName(for: path, device: "copy")
    try writeCopy(to: temporary, for: path)
    return try Files.publish(temporary, as: path)
  }

  /// Writes a copy in a rollback journal's form, complete in one file, open to its owner only.
  ///
  /// A failure names `goal`, the file for which this one is made, and leaves nothing behind.
  func writeCopy(to temporary: String, for goal: String) throws {
    Files.remove(temporary)
    try Files.createPrivate(temporary, for: goal)
    do {
      try LearnerFileFailure.translating(goal) {
        try database.writeWithoutTransaction { db in
          try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
        }
      }
      try Files.sync(temporary, for: goal)
    } catch {
      Files.remove(temporary)
      throw error
    }
  }

  /// The greatest effective time; nil for an empty log.
  func lastEffective() throws -> Instant? {
    let sql = """
      SELECT max((SELECT effectiveAt FROM event WHERE device = device.id ORDER BY seq DESC LIMIT 1))
      FROM device
      """
    return try reading { try Int64.fetchOne($0, sql: sql) }.map { Instant(milliseconds: $0) }
  }
}
