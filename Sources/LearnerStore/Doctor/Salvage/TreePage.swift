/// One page of a b-tree: the records in it, as far as they can be read.
///
/// Source: SQLite, "Database File Format", §1.6.
struct TreePage {
  /// Where a page's records belong.
  enum Kind: UInt8 {
    /// Rows of an index or of a table without rowids.
    case indexInterior = 2
    /// The same, at the bottom of the tree.
    case indexLeaf = 10
    /// Rows of a table with rowids.
    case tableLeaf = 13
  }

  /// What the page holds.
  let kind: Kind

  private let bytes: [UInt8]
  private let file: PageFile
  private let start: Int

  private static let longestRecord = 16 << 20

  /// A page by its number; nil where it is no page with records.
  init?(_ number: Int, of file: PageFile) {
    guard let bytes = file.page(number) else { return nil }
    start = number == 1 ? FileHeader.length : 0
    guard let kind = Kind(rawValue: bytes[start]) else { return nil }
    self.kind = kind
    self.bytes = bytes
    self.file = file
  }

  /// Hands over each record that can be read, with its rowid (0 where the page has none).
  func forEachRecord(_ body: (_ rowID: Int64, SQLiteRecord) throws -> Void) throws {
    let cells = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
    let pointers = start + (kind == .indexInterior ? 12 : 8)
    for index in 0..<min(cells, (bytes.count - pointers) / 2) {
      let place = pointers + 2 * index
      let offset = Int(bytes[place]) << 8 | Int(bytes[place + 1])
      if let (rowID, payload) = cell(at: offset), let record = SQLiteRecord(payload) {
        try body(rowID, record)
      }
    }
  }

  private func cell(at offset: Int) -> (Int64, [UInt8])? {
    var reader = ByteReader(bytes, at: kind == .indexInterior ? offset + 4 : offset)
    guard let size = reader.variable(), size > 0, size <= TreePage.longestRecord else { return nil }
    var rowID: Int64 = 0
    if kind == .tableLeaf {
      guard let number = reader.variable() else { return nil }
      rowID = number
    }
    let length = Int(size)
    let local = localLength(of: length)
    guard var payload = reader.bytes(local) else { return nil }
    guard local < length else { return (rowID, payload) }
    guard let first = reader.word(), let rest = overflow(from: first, count: length - local) else {
      return nil
    }
    payload += rest
    return (rowID, payload)
  }

  /// How much of a payload stands in the page itself.
  private func localLength(of length: Int) -> Int {
    let usable = file.usableSize
    let most = kind == .tableLeaf ? usable - 35 : (usable - 12) * 64 / 255 - 23
    guard length > most else { return length }
    let least = (usable - 12) * 32 / 255 - 23
    let wanted = least + (length - least) % (usable - 4)
    return wanted <= most ? wanted : least
  }

  private func overflow(from first: Int, count: Int) -> [UInt8]? {
    var payload: [UInt8] = []
    var next = first
    while payload.count < count {
      guard let page = file.page(next) else { return nil }
      var reader = ByteReader(page, at: 0)
      guard let following = reader.word(),
        let part = reader.bytes(min(count - payload.count, file.usableSize - 4))
      else { return nil }
      payload += part
      next = following
    }
    return payload
  }
}

/// Reads numbers as SQLite writes them, and never beyond the end.
struct ByteReader {
  private let source: [UInt8]
  private(set) var place: Int

  init(_ source: [UInt8], at place: Int) {
    self.source = source
    self.place = place
  }

  /// A big-endian number of 1 to 9 bytes, seven bits in each of the first eight.
  mutating func variable() -> Int64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard source.indices.contains(place) else { return nil }
      let byte = source[place]
      place += 1
      if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: value)
  }

  /// A big-endian number of four bytes.
  mutating func word() -> Int? {
    bytes(4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  /// The next bytes; nil where there are not so many.
  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard place >= 0, count >= 0, count <= source.count - place else { return nil }
    defer { place += count }
    return Array(source[place..<place + count])
  }
}
