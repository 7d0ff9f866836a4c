import CTerminal

/// Lines that a learner edits on a terminal, with libedit: no history, no configuration file.
public final class EditedInput: LineInput {
  private let editor: OpaquePointer

  /// An editor on a terminal; nil where the descriptors are none, or the system knows no UTF-8.
  public init?(input: Int32, output: Int32) {
    guard let editor = wengu_editor_open(input, output) else { return nil }
    self.editor = editor
  }

  deinit {
    wengu_editor_close(editor)
  }

  /// Waits for the next line.
  public func nextLine(prompt: String) -> InputLine {
    var line: UnsafeMutablePointer<CChar>?
    let ending = wengu_editor_read(editor, prompt, &line)
    defer { wengu_line_free(line) }
    switch ending {
    case WENGU_LINE:
      guard let line else { return .end }
      return .line(Array(String(cString: line).utf8))
    case WENGU_STOPPED: return .interrupted
    default: return .end
    }
  }
}
