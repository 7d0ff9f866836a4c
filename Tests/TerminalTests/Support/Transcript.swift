import Terminal

/// Output that keeps what was written, with what was typed between.
final class Transcript: TextOutput {
  let width: Int?
  private(set) var text = ""
  private(set) var flushes = 0

  init(width: Int? = nil) {
    self.width = width
  }

  func write(_ text: String) {
    self.text += text
  }

  func flush() throws {
    flushes += 1
  }
}

/// Lines of a script, shown in a transcript behind their prompts as a terminal would show them.
final class Script: LineInput {
  private var lines: [InputLine]
  private let transcript: Transcript
  private let mark: String

  /// A script that ends with the end of the input; the mark stands before each typed line.
  init(_ lines: [InputLine], into transcript: Transcript, mark: String = "") {
    self.lines = lines
    self.transcript = transcript
    self.mark = mark
  }

  convenience init(_ lines: [String], into transcript: Transcript, mark: String = "") {
    self.init(lines.map { .line(Array($0.utf8)) }, into: transcript, mark: mark)
  }

  func nextLine(prompt: String) -> InputLine {
    let line = lines.isEmpty ? .end : lines.removeFirst()
    let shown =
      switch line {
      case .line(let bytes): String(decoding: bytes, as: UTF8.self)
      case .tooLong: "<too long>"
      case .end: "<end>"
      case .interrupted: "^C"
      }
    transcript.write("\(prompt)\(mark)\(shown)\n")
    return line
  }
}
