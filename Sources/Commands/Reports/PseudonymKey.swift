import Foundation
import Reports

/// The key by which names become pseudonyms: 128 random bits beside the device's id, outside of the data
/// folder, so that data given away never carries the key.
struct PseudonymKey {
  /// Where the key lies.
  let path: String

  private static let digits = 32

  /// The pseudonyms of this machine; the key is made at the first use, readable by its owner only.
  ///
  /// - Throws: `FileFailure`, or `ReportFailure.pseudonymKey` where the file holds no key.
  func pseudonyms() throws -> Pseudonyms {
    if fileKind(at: path) == nil { try make() }
    let text = String(decoding: try readFile(at: path, limit: 1_024), as: UTF8.self)
    let line = text.prefix { $0 != "\n" }
    guard line.utf8.count == Self.digits, let first = UInt64(line.prefix(16), radix: 16),
      let second = UInt64(line.suffix(16), radix: 16)
    else { throw ReportFailure.pseudonymKey(path: path) }
    return Pseudonyms(key: (first, second))
  }

  private func make() throws {
    let folder = folderPath(of: path)
    do {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: attributes
      )
    } catch {
      throw FileFailure.unwritable(path: folder, errno: errno)
    }
    var random = SystemRandomNumberGenerator()
    let words: [UInt64] = [random.next(), random.next()]
    let text = words.map {
      String(repeating: "0", count: 16 - String($0, radix: 16).count) + String($0, radix: 16)
    }
    // Made under another name first: of two programs that begin at once, both go on with one key.
    let temporary = "\(path).\(getpid()).part"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure.unwritable(path: path, errno: errno) }
    defer {
      close(descriptor)
      unlink(temporary)
    }
    if let code = writeAll(Array((text.joined() + "\n").utf8), to: descriptor) {
      throw FileFailure.unwritable(path: path, errno: code)
    }
    guard fsync(descriptor) == 0, link(temporary, path) == 0 || errno == EEXIST else {
      throw FileFailure.unwritable(path: path, errno: errno)
    }
  }
}
