import Foundation
import Reports

/// A file written in one step: a reader sees the old bytes or the new, never a part.
///
/// What is written goes to a file beside it, which takes its place at `commit()`; without that nothing
/// changes. A link is followed to the file it names; an existing file keeps its permissions, a new one gets
/// 0644 less the umask.
struct AtomicFile: ~Copyable {
  private let path: String
  private let target: String
  private let temporary: String
  private let descriptor: Int32
  private var isCommitted = false

  /// Opens a file for writing beside `path`.
  init(replacing path: String) throws(FileFailure) {
    let target = resolvedPath(path)
    switch fileKind(at: target) {
    case .folder?: throw .isFolder(path: path)
    case .other?: throw .notReplaceable(path: path)
    case .file? where beginsLikeDatabase(target): throw .isDatabase(path: path)
    case .file?, nil: break
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, access(target, W_OK) != 0 { throw .unwritable(path: path, errno: errno) }
    let temporary = "\(target).\(getpid()).part"
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = open(temporary, flags, exists ? status.st_mode & 0o777 : 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    self.path = path
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isCommitted { unlink(temporary) }
  }

  /// Writes the next bytes.
  func write(_ bytes: [UInt8]) throws(FileFailure) {
    if let code = writeAll(bytes, to: descriptor) { throw .unwritable(path: path, errno: code) }
  }

  /// Puts the new bytes in the old ones' place; after this they are on the disk.
  mutating func commit() throws(FileFailure) {
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
      throw .unwritable(path: path, errno: errno)
    }
    isCommitted = true
    let folder = open(folderPath(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

/// Whether a file is an SQLite database, as learner files are.
private func beginsLikeDatabase(_ path: String) -> Bool {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  let magic = Array("SQLite format 3\0".utf8)
  var beginning = [UInt8](repeating: 0, count: magic.count)
  return read(descriptor, &beginning, magic.count) == magic.count && beginning == magic
}

/// Writes bytes to a descriptor.
///
/// - Returns: the error number that stopped it, nil when all are written.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(count)
  }
  return nil
}

/// Replaces a file's content in one step.
func writeFileAtomically(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  var file = try AtomicFile(replacing: path)
  try file.write(bytes)
  try file.commit()
}
