/// The first 100 bytes of a database file, read without SQLite, so that a foreign file is never touched.
///
/// Source: SQLite, "Database File Format", §1.3.
struct FileHeader {
  private let bytes: [UInt8]

  /// The number of bytes in a header.
  static let length = 100

  /// The header at the start of a file; nil where the bytes are not one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= FileHeader.length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return nil
    }
    self.bytes = bytes
  }

  /// What the file says it belongs to.
  var applicationID: UInt32 {
    bytes[68..<72].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// What is wrong with the fixed fields; nil where nothing is.
  var damage: String? {
    let pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
    let isPowerOfTwo = pageSize == 1 || (pageSize >= 512 && pageSize & (pageSize - 1) == 0)
    guard isPowerOfTwo else { return "page size \(pageSize)" }
    guard (1...2).contains(bytes[18]), (1...2).contains(bytes[19]) else {
      return "format \(bytes[18])/\(bytes[19])"
    }
    guard bytes[21] == 64, bytes[22] == 32, bytes[23] == 32 else { return "payload fractions" }
    return nil
  }
}
