import GRDB
public import Study

/// What a learner file is opened for.
public enum StoreAccess: Sendable, Equatable {
  /// To record under a device's id; the file is made where there is none.
  case create(as: DeviceID)
  /// To record under a device's id; the file must be there.
  case existing(as: DeviceID)
  /// To look only: works on read-only files and folders and changes nothing.
  case readOnly
}

extension LearnerStore {
  /// Opens a learner's file.
  ///
  /// A file that is newer, foreign or damaged, or whose schema has something that is not ours, is refused
  /// before anything is written to it.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must exist (``LearnerFolder/prepare()``).
  ///   - access: what it is opened for.
  ///   - plan: where a backup goes before a file of an older version is brought up to date; without one
  ///     nothing is kept of it.
  /// - Returns: the store, whose schema is this version's.
  /// - Throws: ``LearnerFileFailure``.
  public static func open(
    path: String,
    access: StoreAccess,
    backup plan: BackupPlan? = nil
  ) throws -> LearnerStore {
    // A relative path must not look like an URI or like SQLite's names for databases in memory.
    let file = path.hasPrefix("/") ? path : "./" + path
    switch access {
    case .create(let device):
      if try Files.kind(file) == .nothing { try make(file, for: device) }
      return try openForWriting(file, device: device, plan)
    case .existing(let device):
      return try openForWriting(file, device: device, plan)
    case .readOnly:
      try checkHeader(file)
      return LearnerStore(checked: try queueForReading(file), device: nil, path: file)
    }
  }

  private static func openForWriting(
    _ file: String,
    device: DeviceID,
    _ plan: BackupPlan?
  ) throws -> LearnerStore {
    try checkHeader(file)
    guard Files.isWritable(file) else { throw LearnerFileFailure.noPermission(path: file, .write) }
    let folder = Files.folder(of: file)
    guard Files.isWritable(folder) else { throw LearnerFileFailure.noPermission(path: folder, .write) }
    return try LearnerFileFailure.translating(file) {
      let isOld = try checkSchema(file)
      let queue = try DatabaseQueue(path: file, configuration: Connection.writing)
      try queue.inDatabase { try Connection.verify($0, path: file) }
      let store = LearnerStore(checked: queue, device: device, path: file)
      if isOld {
        if let plan { try store.backUp(plan) }
        try Schema.migrator.migrate(queue)
      }
      try store.replayIfOutdated()
      return store
    }
  }

  /// Looks at the file without SQLite.
  private static func checkHeader(_ file: String) throws {
    switch try Files.kind(file) {
    case .nothing: throw LearnerFileFailure.missing(path: file)
    case .folder, .other: throw LearnerFileFailure.notAFile(path: file)
    case .file: break
    }
    guard let header = FileHeader(try Files.prefix(of: file, count: FileHeader.length)) else {
      throw LearnerFileFailure.notADatabase(path: file)
    }
    guard header.applicationID == Schema.applicationID else {
      throw LearnerFileFailure.foreign(path: file, applicationID: header.applicationID)
    }
    if let damage = header.damage { throw LearnerFileFailure.damaged(path: file, detail: damage) }
  }

  /// Looks at the schema through a connection that cannot write.
  private static func checkSchema(_ file: String) throws -> Bool {
    let queue = try DatabaseQueue(path: file, configuration: Connection.reading)
    let isOld = try queue.read { try Schema.check($0, path: file) }
    try queue.close()
    return isOld
  }

  /// A connection that only looks, also where the folder is read-only.
  private static func queueForReading(_ file: String) throws -> DatabaseQueue {
    try LearnerFileFailure.translating(file) {
      let queue = try DatabaseQueue(path: try readablePath(file), configuration: Connection.reading)
      let isOld = try queue.read { try Schema.check($0, path: file) }
      guard !isOld else { throw LearnerFileFailure.readOnly(path: file) }
      return queue
    }
  }

  /// SQLite needs files beside a WAL database; where they cannot be made, it must know that nothing changes.
  private static func readablePath(_ file: String) throws -> String {
    guard !Files.isWritable(Files.folder(of: file)) else { return file }
    switch try Files.kind(file + "-wal") {
    case .nothing, .file(size: 0): break
    case .file, .folder, .other: throw LearnerFileFailure.pendingChanges(path: file)
    }
    let escaped = file.utf8.map { byte -> String in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + (byte < 16 ? "0" : "") + digits
    }
    return "file:" + escaped.joined() + "?immutable=1"
  }

  /// Makes a learner file under another name and publishes it when it is whole, so that a crash never
  /// leaves half of one.
  private static func make(_ file: String, for device: DeviceID) throws {
    let temporary = Files.temporaryName(for: file, device: device.text)
    Files.remove(temporary)
    try Files.createPrivate(temporary, for: file)
    do {
      try LearnerFileFailure.translating(file) {
        let queue = try DatabaseQueue(path: temporary, configuration: Connection.writing)
        try Schema.migrator.migrate(queue)
        try queue.write(Schema.mark)
        try finish(queue)
      }
    } catch {
      for ending in ["", "-wal", "-shm"] { Files.remove(temporary + ending) }
      throw error
    }
    _ = try Files.publish(temporary, as: file)
  }

  /// Closes a database so that all of it stands in its one file.
  ///
  /// Closing alone would do that too, but a full disk would then leave a part in the write-ahead log without
  /// a word.
  static func finish(_ database: any DatabaseWriter) throws {
    try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try database.close()
  }
}
