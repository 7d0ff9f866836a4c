import CTerminal

/// The terminal's whole screen.
final class CursesScreen: Screen {
  private let input: Int32
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var isOpen = true
  /// How long the bytes of one key may come apart: longer than on a slow line, shorter than one notices.
  private static let keyGap: Int32 = 50

  /// The screen of a terminal; nil where the descriptors are none, or the terminal has no screen.
  init?(input: Int32, output: Int32, wantsColours: Bool) {
    guard wengu_screen_open(input, output, wantsColours) else { return nil }
    self.input = input
  }

  deinit {
    close()
  }

  var size: ScreenSize {
    ScreenSize(columns: Int(wengu_screen_columns()), rows: Int(wengu_screen_rows()))
  }

  func show(_ frame: Frame) {
    wengu_screen_erase()
    for (index, row) in frame.rows.enumerated() {
      var column = 0
      for run in row {
        let look = Look(run.role)
        wengu_screen_put(Int32(index), Int32(column), run.text, look.attributes, look.colour)
        column += [run].width
      }
    }
    wengu_screen_show(Int32(frame.cursor?.row ?? -1), Int32(frame.cursor?.column ?? -1))
  }

  func nextKey() -> Key {
    while keys.isEmpty {
      if decoder.isWaiting, !wengu_has_input(input, CursesScreen.keyGap) {
        keys = decoder.settle()
        continue
      }
      switch wengu_wait(input) {
      case WENGU_READY: read()
      case WENGU_INTERRUPTED: return .interrupted
      case WENGU_RESUMED:
        wengu_screen_resume()
        return .redraw
      case WENGU_RESIZED:
        wengu_screen_fit()
        return .redraw
      default: return .endOfInput
      }
    }
    let key = keys.removeFirst()
    // Whoever sees a spoilt screen presses Ctrl-L.
    if key == .control("l") {
      wengu_screen_fit()
      return .redraw
    }
    return key
  }

  private func read() {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let count = chunk.withUnsafeMutableBytes { wengu_read(input, $0.baseAddress, $0.count) }
    keys = count > 0 ? decoder.decode(chunk.prefix(count)) : [.endOfInput]
  }

  func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    wengu_screen_leave()
    defer { wengu_screen_resume() }
    return try body()
  }

  func close() {
    guard isOpen else { return }
    isOpen = false
    wengu_screen_close()
  }
}

/// What a role looks like; each differs from plain text also without colour.
private struct Look {
  let attributes: UInt32
  let colour: Int32

  init(_ role: Role) {
    let bold = UInt32(WENGU_BOLD)
    let underline = UInt32(WENGU_UNDERLINE)
    switch role {
    case .plain: (attributes, colour) = (0, 0)
    case .picture: (attributes, colour) = (0, 4)
    case .faint: (attributes, colour) = (UInt32(WENGU_DIM), 0)
    case .strong, .key: (attributes, colour) = (bold, 0)
    case .right: (attributes, colour) = (bold, 2)
    case .wrong: (attributes, colour) = (underline, 1)
    case .passage: (attributes, colour) = (bold | underline, 0)
    case .selected: (attributes, colour) = (UInt32(WENGU_REVERSE), 0)
    }
  }
}
