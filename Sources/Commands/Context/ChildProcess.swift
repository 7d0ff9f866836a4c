import Foundation

/// What a program that we start may take.
struct ChildLimits {
  /// How long it may run, in seconds.
  var seconds: Int
  /// How many bytes it may print.
  var output: Int
}

/// Why a program that we started gave nothing to use.
enum ChildFailure: Error, Equatable {
  /// It could not be started.
  case notStarted(errno: Int32)
  /// It ended with a status that says it failed; what it said last.
  case failed(status: Int32, message: String)
  /// A signal ended it.
  case killed(signal: Int32)
  /// It ran longer than it may.
  case tooSlow(seconds: Int)
  /// It printed more than it may.
  case tooMuchOutput(limit: Int)
}

/// A program that gets bytes on its standard input and whose standard output is read, at the same time.
///
/// No shell is involved. It runs in a process group of its own, which is killed when the run is over, whatever way:
/// nothing that it started is left. Signals that would end us meanwhile wait until that is done.
struct ChildProcess {
  private let pid: pid_t
  private var input: Descriptor
  private var output: Descriptor
  private var messages: Descriptor
  private let deadline: ContinuousClock.Instant
  private let limits: ChildLimits
  private var printed: [UInt8] = []
  private var said: [UInt8] = []

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - words: The program, looked up in `PATH` unless it has a slash, and its arguments; not empty.
  ///   - bytes: What it reads. It need not read all.
  ///   - limits: What it may take.
  /// - Returns: What it printed.
  /// - Throws: `ChildFailure`.
  static func run(_ words: [String], input bytes: [UInt8], limits: ChildLimits) throws(ChildFailure)
    -> [UInt8]
  {
    let signals = HeldSignals()
    defer { signals.release() }
    var child = try ChildProcess(words, limits: limits)
    do {
      try child.talk(bytes, signals)
      return try child.finish(signals)
    } catch {
      child.end()
      throw error
    }
  }

  private init(_ words: [String], limits: ChildLimits) throws(ChildFailure) {
    var input = try DescriptorPair()
    var output = try DescriptorPair()
    var messages = try DescriptorPair()
    defer {
      input.reading.close()
      output.writing.close()
      messages.writing.close()
    }
    pid = try spawn(words, input: input.reading, output: output.writing, messages: messages.writing)
    self.input = input.writing
    self.output = output.reading
    self.messages = messages.reading
    for descriptor in [self.input, self.output, self.messages] { DescriptorPair.makeNonblocking(descriptor) }
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
  }

  /// Feeds the program and reads what it prints until it has closed its output or is gone.
  private mutating func talk(_ bytes: [UInt8], _ signals: HeldSignals) throws(ChildFailure) {
    var rest = bytes[...]
    while output.isOpen {
      try checkTime(signals)
      Descriptor.wait(reading: output, messages, writing: input, milliseconds: 50)
      rest = rest.dropFirst(input.write(rest))
      if rest.isEmpty { input.close() }
      messages.read { said += $0.prefix(max(0, 65_536 - said.count)) }
      let before = printed.count
      output.read { printed += $0 }
      guard printed.count <= limits.output else { throw .tooMuchOutput(limit: limits.output) }
      // A program that is gone may have left its output open in one that it started.
      if printed.count == before, hasExited { break }
    }
  }

  /// Waits for the end of a program that has closed its output.
  private mutating func finish(_ signals: HeldSignals) throws(ChildFailure) -> [UInt8] {
    while !hasExited {
      try checkTime(signals)
      messages.read { said += $0.prefix(max(0, 65_536 - said.count)) }
      usleep(2_000)
    }
    messages.read { said += $0.prefix(max(0, 65_536 - said.count)) }
    let status = end()
    let signal = status & 0x7F
    guard signal == 0 else { throw .killed(signal: signal) }
    let code = status >> 8 & 0xFF
    guard code == 0 else { throw .failed(status: code, message: lastLine) }
    return printed
  }

  private func checkTime(_ signals: HeldSignals) throws(ChildFailure) {
    guard ContinuousClock.now < deadline, !signals.arePending else { throw .tooSlow(seconds: limits.seconds) }
  }

  private var lastLine: String {
    let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(200)) } ?? ""
  }

  /// Whether the program has ended; it is not taken off the list of processes by asking, so that its number
  /// stays its own until its group is killed.
  private var hasExited: Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
    return result != 0 || information.si_signo == SIGCHLD
  }

  /// Kills whatever is left of the program's group and takes its status.
  @discardableResult
  private mutating func end() -> Int32 {
    kill(-pid, SIGKILL)
    input.close()
    output.close()
    messages.close()
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
