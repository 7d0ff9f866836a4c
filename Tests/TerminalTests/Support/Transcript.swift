import Terminal

/// The line of a text.
func line(_ text: String) -> InputLine {
  .line(Array(text.utf8))
}

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
  private let whenTyped: () -> Void

  /// A script that ends with the end of the input; the mark stands before each typed line.
  init(
    _ lines: [InputLine],
    into transcript: Transcript,
    mark: String = "",
    whenTyped: @escaping () -> Void = {}
  ) {
    self.lines = lines
    self.transcript = transcript
    self.mark = mark
    self.whenTyped = whenTyped
  }

  func nextLine(prompt: String) -> InputLine {
    whenTyped()
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
