import Foundation

/// Why a file could not be used, as the system says it.
enum FileFailure: Error, Equatable {
  case missing(path: String)
  case isFolder(path: String)
  case notRegular(path: String)
  /// Something else than a regular file stands where a file is to be written.
  case notReplaceable(path: String)
  /// A database, such as a learner file, stands where a file is to be written.
  case isDatabase(path: String)
  case tooLarge(path: String, limit: Int)
  case unreadable(path: String, errno: Int32)
  case unwritable(path: String, errno: Int32)
}

/// What stands at a path.
enum FileKind {
  case file
  case folder
  case other
}

/// Whether two paths lead to the same file.
func isSameFile(_ left: String, _ right: String) -> Bool {
  var first = stat()
  var second = stat()
  guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

/// What stands at a path, links followed; nil where nothing does.
func fileKind(at path: String) -> FileKind? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// The first bytes of a file, at most so many.
func readStart(of path: String, count: Int) throws(FileFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    let code = errno
    throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errno: code)
  }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: count)
  let length = read(descriptor, &bytes, count)
  guard length >= 0 else { throw .unreadable(path: path, errno: errno) }
  return Array(bytes.prefix(length))
}

/// The bytes of a file of at most `limit` bytes.
func readFile(at path: String, limit: Int) throws(FileFailure) -> [UInt8] {
  let (descriptor, size) = try openedFile(at: path, limit: limit)
  defer { close(descriptor) }
  return try readAll(descriptor, path: path, limit: limit, expected: size)
}

/// Hands out the bytes of a file of at most `limit` bytes, block by block.
func readBlocks(
  ofFileAt path: String,
  limit: Int,
  _ take: (UnsafeRawBufferPointer) -> Void
) throws(FileFailure) {
  let (descriptor, _) = try openedFile(at: path, limit: limit)
  defer { close(descriptor) }
  let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
  defer { block.deallocate() }
  var total = 0
  while true {
    let count = read(descriptor, block.baseAddress, block.count)
    if count < 0, errno == EINTR { continue }
    if count < 0 { throw .unreadable(path: path, errno: errno) }
    if count == 0 { return }
    total += count
    if total > limit { throw .tooLarge(path: path, limit: limit) }
    take(UnsafeRawBufferPointer(rebasing: block[..<count]))
  }
}

/// A regular file of at most `limit` bytes, open for reading, and its size; the caller closes it.
private func openedFile(at path: String, limit: Int) throws(FileFailure) -> (descriptor: Int32, size: Int) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    let code = errno
    throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errno: code)
  }
  do throws(FileFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder(path: path)
    default: throw .notRegular(path: path)
    }
    guard Int(status.st_size) <= limit else { throw .tooLarge(path: path, limit: limit) }
    return (descriptor, Int(status.st_size))
  } catch {
    close(descriptor)
    throw error
  }
}

/// The bytes of standard input, at most `limit`.
func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
  try readAll(STDIN_FILENO, path: "-", limit: limit)
}

/// Reads to the end in few steps where the size is known; it may still change meanwhile.
private func readAll(
  _ descriptor: Int32,
  path: String,
  limit: Int,
  expected: Int = 0
) throws(FileFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  var step = max(min(expected, limit) + 1, 65_536)
  while true {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      code = got < 0 ? errno : 0
      count = max(0, got)
    }
    if code == EINTR { continue }
    if code != 0 { throw .unreadable(path: path, errno: code) }
    if piece.isEmpty { return bytes }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    if bytes.count > limit { throw .tooLarge(path: path, limit: limit) }
    step = 65_536
  }
}

/// A path with links and dots resolved; the path itself where nothing stands there.
func resolvedPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The folder that a path lies in: `.` for a bare name.
func folderPath(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// A path from the root, with links and dots resolved; of a file that is not there those of its folder.
func absolutePath(_ path: String) -> String {
  let resolved = resolvedPath(path)
  if resolved.hasPrefix("/"), fileKind(at: path) != nil { return resolved }
  let folder = resolvedPath(folderPath(of: path))
  let root = folder.hasPrefix("/") ? folder : resolvedPath(".") + "/" + folder
  return (root == "/" ? "" : root) + "/" + fileName(of: path)
}
