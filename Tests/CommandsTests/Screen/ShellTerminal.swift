import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A shell on a terminal of its own, and a person before it who types and looks.
final class ShellTerminal {
  private(set) var screen: VirtualScreen
  private var keyboard: Int32
  private let shell: pid_t

  /// Starts `sh` in a program's home, with its variables and those named.
  init(_ program: Program, setting extra: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    let (keyboard, path) = try #require(ShellTerminal.opened())
    self.keyboard = keyboard
    var environment = program.environment.merging(extra) { $1 }
    environment["PATH"] = Program.binary.deletingLastPathComponent().path + ":/usr/bin:/bin"
    environment["PS1"] = "$ "
    // What Swift says about a crash is not the program's.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    if environment["TERM"] == nil { environment["TERM"] = "xterm-256color" }
    var process: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let status = spawn(&process, on: path, in: program.home.path, variables)
    try #require(status == 0)
    shell = process
    setSize(columns: columns, rows: rows)
    expect("$")
  }

  deinit {
    hangUp()
    kill(shell, SIGKILL)
    var status: Int32 = 0
    waitpid(shell, &status, 0)
  }

  /// Closes the terminal, as its window's button does.
  func hangUp() {
    guard keyboard >= 0 else { return }
    close(keyboard)
    keyboard = -1
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
  }

  /// Changes the window's size.
  func resize(columns: Int, rows: Int) {
    settle()
    screen.resize(columns: columns, rows: rows)
    setSize(columns: columns, rows: rows)
  }

  private func setSize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// Looks until a condition holds; records an issue with the screen when it does not in time.
  func expect(
    _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (VirtualScreen) -> Bool
  ) {
    let deadline = ContinuousClock.now + .seconds(15)
    while !condition(screen) {
      guard ContinuousClock.now < deadline else {
        let comment = Comment(rawValue: "never saw \(what); the screen:\n\(screen.text)")
        Issue.record(comment, sourceLocation: sourceLocation)
        return
      }
      look(milliseconds: 100)
    }
  }

  /// Looks until a text is on the screen.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expect("'\(text)'", sourceLocation: sourceLocation) { $0.text.contains(text) }
  }

  /// Takes up what comes until nothing more comes for a while.
  func settle() {
    while look(milliseconds: 150) {}
  }

  /// Waits for output and takes it up; whether there was any.
  @discardableResult
  private func look(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(keyboard, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.take(Array(bytes.prefix(count)))
    return true
  }

  /// Asks the shell whether the terminal is as it was: lines edited and echoed, first screen, cursor seen.
  func expectSane(sourceLocation: SourceLocation = #_sourceLocation) {
    // What is typed before a program has left the terminal is lost with it.
    expect("the shell's prompt", sourceLocation: sourceLocation) { $0.lines[$0.cursor.row] == "$" }
    type("clear; stty -a | tr ' ;' '\\n\\n' | grep -cx 'icanon\\|echo\\|icrnl\\|opost\\|isig'\n")
    expect("a sane terminal", sourceLocation: sourceLocation) {
      $0.lines.contains("5") && !$0.isAlternate && $0.isCursorVisible && !$0.isPasteMarked
    }
  }
}

extension ShellTerminal {
  #if os(Linux)
  // Swift's Glibc has neither posix_openpt nor the requests behind it: asm-generic/ioctls.h.
  private static func opened() -> (keyboard: Int32, path: String)? {
    let keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard keyboard >= 0, ioctl(keyboard, UInt(0x4004_5431), &unlocked) == 0,
      ioctl(keyboard, UInt(0x8004_5430), &number) == 0
    else { return nil }
    return (keyboard, "/dev/pts/\(number)")
  }
  #else
  private static func opened() -> (keyboard: Int32, path: String)? {
    let keyboard = posix_openpt(O_RDWR | O_NOCTTY)
    guard keyboard >= 0, grantpt(keyboard) == 0, unlockpt(keyboard) == 0, let name = ptsname(keyboard) else {
      return nil
    }
    _ = fcntl(keyboard, F_SETFD, FD_CLOEXEC)
    return (keyboard, String(cString: name))
  }
  #endif
}

/// Starts an interactive shell whose controlling terminal has a path.
private func spawn(
  _ process: inout pid_t,
  on path: String,
  in folder: String,
  _ variables: [String]
) -> Int32 {
  #if os(Linux)
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  // Swift's Glibc lacks POSIX_SPAWN_SETSID: spawn.h.
  let newSession: Int16 = 0x80
  #else
  var actions: posix_spawn_file_actions_t?
  var attributes: posix_spawnattr_t?
  let newSession = Int16(POSIX_SPAWN_SETSID)
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  // The first terminal that the leader of a session opens becomes its own.
  posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  // Signals that the test run ignores or blocks are the shell's again.
  var all = sigset_t()
  sigfillset(&all)
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(
    &attributes,
    newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
  )
  let command = "cd '\(folder)' && exec sh -i"
  var arguments = copies(of: ["sh", "-c", command])
  var environment = copies(of: variables)
  defer { for text in arguments + environment { free(text) } }
  return posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &environment)
}

/// Texts as C passes them on, ended by nil; to be freed.
private func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
  texts.map { (text: String) in strdup(text) } + [nil]
}
