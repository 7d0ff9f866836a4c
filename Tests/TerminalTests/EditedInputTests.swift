import CTerminal
import Foundation
import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// libedit on a real pseudo-terminal, in the C locale.
@Suite(.serialized, .timeLimit(.minutes(1))) struct EditedInputTests {
  private static let left = "\u{1B}[D"

  @Test(arguments: [
    ("你好", "你好"),
    ("你好吗\u{7F}", "你好"),
    ("你好\u{8}\u{8}好", "好"),
    ("你好\(left)\u{7F}们", "们好"),
    ("e\u{301}\u{7F}a", "a"),
    ("ae\u{301}\(left)\u{7F}", "e\u{301}"),
    ("👩\u{200D}🔬x\u{7F}\u{7F}y", "y"),
    ("abc\(left)\(left)\u{4}", "ac"),
    ("\u{1B}[A\u{1B}[B好", "好"),
    ("", ""),
  ])
  func `what is typed and deleted`(typed: String, line: String) throws {
    try expectLine(Array(typed.utf8), line)
  }

  @Test func `bytes that are no UTF-8 do not swallow what follows`() throws {
    try expectLine([0xE4, 0xBD] + Array("x好".utf8), "x好")
  }

  @Test func `Ctrl-D on an empty line ends the input`() throws {
    #expect(try line(typed: [0x04]) == .end)
  }

  private func expectLine(_ typed: [UInt8], _ expected: String) throws {
    #expect(try line(typed: typed + [0x0D]) == .line(Array(expected.utf8)))
  }

  /// Types on a terminal of its own as soon as a line is being edited there.
  private func line(typed: [UInt8]) throws -> InputLine {
    setlocale(LC_ALL, "C")
    let pty = try #require(PseudoTerminal())
    let input = try #require(EditedInput(input: pty.terminal, output: pty.terminal))
    let keyboard = pty.keyboard
    whenEditing(pty.terminal) { PseudoTerminal.type(typed, on: keyboard) }
    let line = input.nextLine(prompt: "答案：")
    #expect(pty.isCooked)
    return line
  }

  @Test func `what is no terminal is not edited`() {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(EditedInput(input: file, output: file) == nil)
  }

  @Test func `Ctrl-C ends the line, not the process`() async {
    await #expect(processExitsWith: .success) {
      let pty = try #require(PseudoTerminal())
      let descriptor = takeTerminal(pty.path)
      let keyboard = pty.keyboard
      whenEditing(descriptor) { PseudoTerminal.type([0x61, 0x03], on: keyboard) }
      let input = try #require(EditedInput(input: descriptor, output: descriptor))
      #expect(input.nextLine(prompt: "答案：") == .interrupted)
      #expect(pty.isCooked)
      // This process holds the keyboard too: letting go of it would hang up on itself.
      signal(SIGHUP, SIG_IGN)
    }
  }

  @Test func `SIGTERM gives the terminal back before it ends the process`() async throws {
    let pty = try #require(PseudoTerminal())
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = pty.path as String] in
      readLine(on: path) { kill(getpid(), SIGTERM) }
    }
    #expect(pty.isCooked)
  }

  @Test func `SIGHUP gives the terminal back before it ends the process`() async throws {
    let pty = try #require(PseudoTerminal())
    await #expect(processExitsWith: .signal(SIGHUP)) { [path = pty.path as String] in
      readLine(on: path) { kill(getpid(), SIGHUP) }
    }
    #expect(pty.isCooked)
  }

  @Test func `a trap gives the terminal back before it ends the process`() async throws {
    let pty = try #require(PseudoTerminal())
    await #expect(processExitsWith: .failure) { [path = pty.path as String] in
      readLine(on: path) { fatalError("wanted") }
    }
    #expect(pty.isCooked)
  }
}

/// Makes a pseudo-terminal this process's own, so that its keys send signals here.
private func takeTerminal(_ path: String) -> Int32 {
  setsid()
  let descriptor = open(path, O_RDWR)
  _ = ioctl(descriptor, UInt(TIOCSCTTY), 0)
  wengu_guard_terminal(descriptor)
  return descriptor
}

/// Does something from another thread as soon as a line is being edited.
private func whenEditing(_ descriptor: Int32, _ body: @escaping @Sendable () -> Void) {
  Thread.detachNewThread {
    while PseudoTerminal.isCooked(descriptor) { usleep(1_000) }
    body()
  }
}

private func readLine(on path: String, interruptedBy body: @escaping @Sendable () -> Void) {
  let descriptor = takeTerminal(path)
  whenEditing(descriptor, body)
  _ = EditedInput(input: descriptor, output: descriptor)?.nextLine(prompt: "")
}
