import CTerminal

/// Reads lines from a file descriptor: a file, a pipe, or a terminal that edits its own lines.
public final class DescriptorInput: LineInput {
  private let descriptor: Int32
  private let limit: Int
  private let prompts: (any TextOutput)?
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Input from a descriptor, which stays open.
  ///
  /// - Parameters:
  ///   - descriptor: a file, a pipe or a terminal.
  ///   - limit: the longest line accepted, in bytes.
  ///   - prompts: where prompts are shown; nil shows none. On a terminal the learner's Enter ends the
  ///     prompt's line, otherwise the prompt does so itself.
  public init(_ descriptor: Int32, limit: Int = 1 << 20, prompts: (any TextOutput)? = nil) {
    self.descriptor = descriptor
    self.limit = limit
    self.prompts = prompts
  }

  /// Waits for the next line, which ends at a line feed, with or without a carriage return, or at the end.
  public func nextLine(prompt: String) -> InputLine {
    show(prompt)
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if position == buffer.count, let ending = refill() {
        guard ending == .end, !line.isEmpty || isTooLong else { return ending }
        return isTooLong ? .tooLong : .line(line)
      }
      let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
      let part = buffer[position..<(end ?? buffer.endIndex)]
      position = end.map { $0 + 1 } ?? buffer.endIndex
      isTooLong = isTooLong || line.count + part.count > limit
      if isTooLong { line = [] } else { line.append(contentsOf: part) }
      guard end != nil else { continue }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      return isTooLong ? .tooLong : .line(line)
    }
  }

  private func show(_ prompt: String) {
    guard let prompts, !prompt.isEmpty else { return }
    prompts.write(wengu_is_terminal(descriptor) ? prompt : prompt + "\n")
    // What cannot be shown is told by the next output that is not a prompt.
    try? prompts.flush()
  }

  /// Reads on; returns what ended the input instead, if anything did.
  private func refill() -> InputLine? {
    guard !isAtEnd else { return .end }
    while true {
      switch wengu_wait(descriptor) {
      case WENGU_INTERRUPTED: return .interrupted
      case WENGU_READY: break
      case WENGU_RESUMED, WENGU_RESIZED: continue
      default: return endOfInput()
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { wengu_read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return endOfInput() }
      buffer = Array(chunk.prefix(count))
      position = 0
      return nil
    }
  }

  private func endOfInput() -> InputLine {
    isAtEnd = true
    return .end
  }
}
