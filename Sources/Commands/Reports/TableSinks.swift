import Reports
import Terminal

/// Sends a table to standard output.
struct OutputSink: ByteSink {
  let output: any TextOutput

  func write(_ bytes: [UInt8]) throws {
    output.write(String(decoding: bytes, as: UTF8.self))
    try output.flush()
  }
}

/// Sends a table to a file that appears whole or not at all.
final class FileSink: ByteSink {
  private var file: AtomicFile

  init(replacing path: String) throws {
    file = try AtomicFile(replacing: path)
  }

  func write(_ bytes: [UInt8]) throws {
    try file.write(bytes)
  }

  func commit() throws {
    try file.commit()
  }
}
