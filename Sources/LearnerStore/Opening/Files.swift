#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The few calls to the file system that a learner's file needs beside SQLite's own.
enum Files {
  /// What there is at a path.
  enum Kind: Equatable {
    case nothing
    case file(size: Int64)
    case folder
    case other
  }

  /// What there is at a path, links followed.
  static func kind(_ path: String) throws -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      throw failure(path, .read)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int64(status.st_size))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The first bytes of a file, at most so many.
  static func prefix(of path: String, count: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, .read) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var length = 0
    while length < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: length), count - length)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path, .read) }
      if got == 0 { break }
      length += got
    }
    return Array(bytes.prefix(length))
  }

  /// Makes a file that only its owner may read, and fails where there is one.
  ///
  /// A failure names `goal`, the file for which this one is made.
  static func createPrivate(_ path: String, for goal: String, holding bytes: [UInt8] = []) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(goal, .create) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let got = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw failure(goal, .create) }
      written += got
    }
    guard fsync(descriptor) == 0 else { throw failure(goal, .create) }
  }

  /// Brings a file that another library wrote to the disk.
  static func sync(_ path: String, for goal: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(goal, .read) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(goal, .write) }
  }

  /// A hidden name beside a file that no other process and no other device uses.
  static func temporaryName(for path: String, device: String) -> String {
    "\(folder(of: path))/.\(name(of: path)).\(device).\(getpid()).new"
  }

  /// Gives a finished file its name unless the name is taken, durably; the old name goes.
  ///
  /// - Returns: whether the name was free.
  static func publish(_ temporary: String, as path: String) throws -> Bool {
    defer { unlink(temporary) }
    if link(temporary, path) != 0 {
      if errno == EEXIST { return false }
      guard try kind(path) == .nothing else { return false }
      guard rename(temporary, path) == 0 else { throw failure(path, .create) }
    }
    try syncFolder(of: path)
    return true
  }

  /// Puts a finished file in the place of another, durably.
  static func replace(_ path: String, with temporary: String) throws {
    guard rename(temporary, path) == 0 else { throw failure(path, .write) }
    try syncFolder(of: path)
  }

  /// Removes a file if there is one.
  static func remove(_ path: String) {
    unlink(path)
  }

  /// Makes a folder and those above it, open to its owner only; those that exist stay as they are.
  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 { return }
    switch errno {
    case EEXIST:
      guard try kind(path) == .folder else { throw LearnerFileFailure.notAFile(path: path) }
    case ENOENT:
      let parent = folder(of: path)
      guard parent != path else { throw failure(path, .create) }
      try makeFolder(parent)
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path, .create) }
    default: throw failure(path, .create)
    }
  }

  /// The names in a folder, in no order; none where there is no such folder.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw failure(folder, .read)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(validatingCString: $0)
        }
      }
      if let name { names.append(name) }
    }
    return names
  }

  /// Whether this process may change a file, or make files in a folder.
  static func isWritable(_ path: String) -> Bool {
    access(path, W_OK) == 0
  }

  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let parent = path[..<slash]
    return parent.isEmpty ? "/" : String(parent)
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  private static func syncFolder(of path: String) throws {
    let parent = folder(of: path)
    let descriptor = open(parent, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw failure(parent, .read) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to be done on them.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(parent, .write) }
  }

  /// What `errno` means for what was to be done.
  static func failure(_ path: String, _ access: FileAccess) -> LearnerFileFailure {
    let code = errno
    switch code {
    case ENOENT where access == .read: return .missing(path: path)
    case EACCES, EPERM: return .noPermission(path: path, access)
    case EROFS: return .readOnly(path: path)
    case ENOSPC, EDQUOT: return .diskFull(path: path)
    case ENOTDIR, EISDIR: return .notAFile(path: path)
    default: return .inputOutput(path: path, detail: String(cString: strerror(code)))
    }
  }
}
