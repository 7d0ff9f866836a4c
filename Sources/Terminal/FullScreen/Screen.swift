/// A screen that frames are shown on and keys come from.
protocol Screen: AnyObject {
  /// Its size, asked anew each time, for it may change.
  var size: ScreenSize { get }

  /// Shows a frame in place of the one before.
  func show(_ frame: Frame)

  /// Waits for the next key.
  func nextKey() -> Key

  /// Gives the terminal to something else for a while.
  func lend<Result>(_ body: () throws -> Result) rethrows -> Result

  /// Gives the terminal back as it was found.
  func close()
}
