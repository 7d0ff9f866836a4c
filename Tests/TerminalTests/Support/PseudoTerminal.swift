#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal without a screen: what the test writes to `keyboard` the program reads, and back.
final class PseudoTerminal {
  /// The side of whoever types and looks.
  let keyboard: Int32
  /// The side of the program.
  let terminal: Int32
  /// The name under which another process can open the program's side.
  let path: String

  init?() {
    keyboard = PseudoTerminal.opened()
    guard let path = PseudoTerminal.terminalPath(of: keyboard) else { return nil }
    self.path = path
    terminal = open(path, O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  #if os(Linux)
  // Swift's Glibc has neither posix_openpt nor the requests behind it: asm-generic/ioctls.h.
  private static let requestNumber = UInt(0x8004_5430)
  private static let requestUnlock = UInt(0x4004_5431)

  private static func opened() -> Int32 {
    open("/dev/ptmx", O_RDWR | O_NOCTTY)
  }

  private static func terminalPath(of keyboard: Int32) -> String? {
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard ioctl(keyboard, requestUnlock, &unlocked) == 0, ioctl(keyboard, requestNumber, &number) == 0 else {
      return nil
    }
    return "/dev/pts/\(number)"
  }
  #else
  private static func opened() -> Int32 {
    posix_openpt(O_RDWR | O_NOCTTY)
  }

  private static func terminalPath(of keyboard: Int32) -> String? {
    guard grantpt(keyboard) == 0, unlockpt(keyboard) == 0 else { return nil }
    return ptsname(keyboard).map { String(cString: $0) }
  }
  #endif

  deinit {
    close(terminal)
    close(keyboard)
  }

  static func type(_ bytes: [UInt8], on keyboard: Int32) {
    _ = bytes.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Whether the terminal edits lines and echoes by itself, as a shell expects to find it.
  var isCooked: Bool {
    PseudoTerminal.isCooked(terminal)
  }

  static func isCooked(_ descriptor: Int32) -> Bool {
    var mode = termios()
    let cooked = tcflag_t(ICANON) | tcflag_t(ECHO)
    return tcgetattr(descriptor, &mode) == 0 && mode.c_lflag & cooked == cooked
  }
}
