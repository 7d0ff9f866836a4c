import Foundation

/// Reads a file, a pipe, or standard input (`-`) of any length, piece by piece.
///
/// - Throws: `FileFailure`, or what the body throws.
func forEachPiece(of path: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
  let descriptor = path == "-" ? STDIN_FILENO : try openToRead(path)
  defer { if path != "-" { close(descriptor) } }
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileFailure.unreadable(path: path, errno: errno)
    }
    try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}

private func openToRead(_ path: String) throws(FileFailure) -> Int32 {
  if fileKind(at: path) == .folder { throw .isFolder(path: path) }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    let code = errno
    throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errno: code)
  }
  return descriptor
}
