import CTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to a file descriptor: a terminal, a file or a pipe.
public final class DescriptorOutput: TextOutput {
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// Output to a descriptor, which stays open.
  public init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The terminal's width, asked anew each time, for it may change; nil where this is no terminal.
  public var width: Int? {
    let columns = Int(wengu_terminal_width(descriptor))
    return columns > 0 ? columns : nil
  }

  /// Keeps text until `flush`.
  public func write(_ text: String) {
    waiting.append(contentsOf: text.utf8)
  }

  /// Writes all that waits.
  public func flush() throws {
    defer { waiting.removeAll(keepingCapacity: true) }
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { throw OutputFailure(code: errno) }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }

  private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
