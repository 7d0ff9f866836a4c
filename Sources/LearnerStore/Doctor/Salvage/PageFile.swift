#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The pages of a database file and of the write-ahead log beside it, read without SQLite.
///
/// Source: SQLite, "Database File Format", §1 and §4.
final class PageFile {
  /// The size of a page in bytes.
  let pageSize: Int

  /// The bytes of a page that SQLite itself uses.
  let usableSize: Int

  /// How many pages there are, a last one that is cut off included.
  let count: Int

  private let descriptor: Int32
  private let logDescriptor: Int32
  private var frames: [Int: Int] = [:]

  /// Opens a file to read from.
  ///
  /// A header that makes no sense is passed over: pages are taken to be as Wengu makes them.
  /// - Throws: ``LearnerFileFailure``.
  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Files.failure(path, .read) }
    logDescriptor = open(path + "-wal", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    let header = PageFile.bytes(descriptor, at: 0, count: FileHeader.length)
    let declared = header.count == FileHeader.length ? Int(header[16]) << 8 | Int(header[17]) : 0
    let isPlausible = declared >= 512 && declared & (declared - 1) == 0
    pageSize = declared == 1 ? 65_536 : isPlausible ? declared : 4_096
    let reserved = header.count == FileHeader.length && header[20] <= 32 ? Int(header[20]) : 0
    usableSize = pageSize - reserved
    let pages = (size + pageSize - 1) / pageSize
    let frames =
      logDescriptor >= 0 ? WriteAheadLog(logDescriptor, pageSize: pageSize).committedFrames() : [:]
    self.frames = frames
    count = max(pages, frames.keys.max() ?? 0)
  }

  deinit {
    close(descriptor)
    if logDescriptor >= 0 { close(logDescriptor) }
  }

  /// A page by its number, from 1; nil where the file ends before it.
  func page(_ number: Int) -> [UInt8]? {
    guard number >= 1, number <= count else { return nil }
    if let offset = frames[number] {
      let bytes = PageFile.bytes(logDescriptor, at: offset, count: pageSize)
      if bytes.count == pageSize { return bytes }
    }
    let bytes = PageFile.bytes(descriptor, at: (number - 1) * pageSize, count: pageSize)
    guard !bytes.isEmpty else { return nil }
    return bytes + [UInt8](repeating: 0, count: pageSize - bytes.count)
  }

  /// Bytes of a file; fewer at its end or where the disk cannot read them.
  static func bytes(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      while length < count {
        let got = pread(
          descriptor,
          buffer.baseAddress?.advanced(by: length),
          count - length,
          off_t(offset + length)
        )
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        length += got
      }
    }
  }
}

/// The frames of a write-ahead log that belong to committed transactions.
private struct WriteAheadLog {
  private let descriptor: Int32
  private let pageSize: Int

  init(_ descriptor: Int32, pageSize: Int) {
    self.descriptor = descriptor
    self.pageSize = pageSize
  }

  /// The offset of each page's newest committed content.
  func committedFrames() -> [Int: Int] {
    let header = PageFile.bytes(descriptor, at: 0, count: 32)
    guard header.count == 32 else { return [:] }
    let magic = word(header, 0)
    guard magic == 0x377f_0682 || magic == 0x377f_0683, Int(word(header, 8)) == pageSize else { return [:] }
    let isBigEndian = magic == 0x377f_0683
    var sum = checksum(header[..<24], (0, 0), isBigEndian)
    guard sum == (word(header, 24), word(header, 28)) else { return [:] }
    var committed: [Int: Int] = [:]
    var pending: [Int: Int] = [:]
    var offset = 32
    while true {
      let frame = PageFile.bytes(descriptor, at: offset, count: 24 + pageSize)
      guard frame.count == 24 + pageSize, frame[8..<16].elementsEqual(header[16..<24]) else { break }
      sum = checksum(frame[..<8], sum, isBigEndian)
      sum = checksum(frame[24...], sum, isBigEndian)
      guard sum == (word(frame, 16), word(frame, 20)) else { break }
      pending[Int(word(frame, 0))] = offset + 24
      if word(frame, 4) != 0 {
        committed.merge(pending) { $1 }
        pending = [:]
      }
      offset += frame.count
    }
    return committed
  }

  private func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The log's running checksum over pairs of words.
  private func checksum(
    _ bytes: ArraySlice<UInt8>,
    _ start: (UInt32, UInt32),
    _ isBigEndian: Bool
  ) -> (UInt32, UInt32) {
    var (first, second) = start
    bytes.withUnsafeBytes { buffer in
      for place in stride(from: 0, to: buffer.count - 7, by: 8) {
        let left = buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        let right = buffer.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
        first &+= (isBigEndian ? UInt32(bigEndian: left) : UInt32(littleEndian: left)) &+ second
        second &+= (isBigEndian ? UInt32(bigEndian: right) : UInt32(littleEndian: right)) &+ first
      }
    }
    return (first, second)
  }
}
