import Foundation

/// Why a file could not be used, as the system says it.
enum FileFailure: Error, Equatable {
  case missing(path: String)
  case isFolder(path: String)
  case notRegular(path: String)
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

/// The bytes of a file of at most `limit` bytes.
func readFile(at path: String, limit: Int) throws(FileFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    let code = errno
    throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errno: code)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
  switch status.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR: throw .isFolder(path: path)
  default: throw .notRegular(path: path)
  }
  guard Int(status.st_size) <= limit else { throw .tooLarge(path: path, limit: limit) }
  return try readAll(descriptor, path: path, limit: limit)
}

/// The bytes of standard input, at most `limit`.
func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
  try readAll(STDIN_FILENO, path: "-", limit: limit)
}

private func readAll(_ descriptor: Int32, path: String, limit: Int) throws(FileFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw .unreadable(path: path, errno: errno)
    }
    bytes.append(contentsOf: buffer[..<count])
    if bytes.count > limit { throw .tooLarge(path: path, limit: limit) }
  }
}

/// Replaces a file's content in one step: a reader sees the old bytes or the new, never a part.
///
/// A link is followed to the file it names; an existing file keeps its permissions, a new one gets 0644.
func writeFileAtomically(_ bytes: [UInt8], to path: String) throws(FileFailure) {
  let target = resolvedPath(path)
  if fileKind(at: target) == .folder { throw .isFolder(path: path) }
  var status = stat()
  let exists = stat(target, &status) == 0
  if exists, access(target, W_OK) != 0 { throw .unwritable(path: path, errno: errno) }
  let mode = exists ? status.st_mode & 0o7777 : 0o644
  var template = Array((target + ".XXXXXX").utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
  let failure = write(bytes, to: descriptor, mode: mode)
  close(descriptor)
  let renamed = failure == nil && rename(template, target) == 0
  guard !renamed else {
    synchroniseFolder(of: target)
    return
  }
  let code = failure ?? errno
  unlink(template)
  throw .unwritable(path: path, errno: code)
}

private func write(_ bytes: [UInt8], to descriptor: Int32, mode: mode_t) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(count)
  }
  guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { return errno }
  return nil
}

private func synchroniseFolder(of path: String) {
  let folder = open(folderPath(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else { return }
  fsync(folder)
  close(folder)
}

private func resolvedPath(_ path: String) -> String {
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

/// A path from the root, with links and dots resolved where it exists.
func absolutePath(_ path: String) -> String {
  let resolved = resolvedPath(path)
  return resolved.hasPrefix("/") ? resolved : FileManager.default.currentDirectoryPath + "/" + resolved
}
