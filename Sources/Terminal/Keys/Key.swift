/// A key pressed on a terminal, or what came instead of one.
enum Key: Sendable, Hashable {
  /// A character typed, with what combines with it.
  case text(String)
  /// Text pasted, line ends included.
  case paste(String)
  /// Ctrl with a lower-case letter.
  case control(Character)
  case enter
  case tab
  case backspace
  case delete
  case escape
  case left
  case right
  case up
  case down
  case home
  case end
  case pageUp
  case pageDown
  /// F1.
  case help
  /// The screen must be drawn anew: it has another size, or the process goes on after it was stopped.
  case redraw
  /// Ctrl-C.
  case interrupted
  /// The end of the input.
  case endOfInput
}
