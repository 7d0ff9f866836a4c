import Foundation

/// An end of a pipe that is ours alone and never makes us wait.
struct Descriptor {
  fileprivate(set) var number: Int32
  /// Whether it can still be used.
  private(set) var isOpen = true

  fileprivate init(_ number: Int32) {
    self.number = number
  }

  /// Gives it back; once is enough.
  mutating func close() {
    guard isOpen else { return }
    Foundation.close(number)
    isOpen = false
    number = -1
  }

  /// Writes what fits; closes where nobody reads any more.
  ///
  /// - Returns: how many bytes were taken.
  mutating func write(_ bytes: ArraySlice<UInt8>) -> Int {
    guard isOpen else { return 0 }
    let count = bytes.prefix(65_536).withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
    if count < 0, errno != EAGAIN, errno != EINTR { close() }
    return max(0, count)
  }

  /// Hands over what is there to read; closes at the end.
  mutating func read(_ take: (ArraySlice<UInt8>) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    guard isOpen else { return }
    let count = Foundation.read(number, &buffer, buffer.count)
    if count > 0 { take(buffer[..<count]) }
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { close() }
  }

  /// Waits until one of them can be used, at most for a time.
  static func wait(reading: Descriptor..., writing: Descriptor, milliseconds: Int32) {
    var polls = reading.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
    polls.append(pollfd(fd: writing.number, events: Int16(POLLOUT), revents: 0))
    poll(&polls, nfds_t(polls.count), milliseconds)
  }
}

/// A pipe.
struct DescriptorPair {
  var reading: Descriptor
  var writing: Descriptor

  /// Opens one that no other program inherits, above the three standard descriptors.
  init() throws(ChildFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .notStarted(errno: errno) }
    for (index, end) in ends.enumerated() {
      ends[index] = fcntl(end, F_DUPFD_CLOEXEC, 3)
      close(end)
    }
    reading = Descriptor(ends[0])
    writing = Descriptor(ends[1])
    guard ends[0] >= 0, ends[1] >= 0 else { throw .notStarted(errno: EMFILE) }
  }

  /// Makes our end one that does not wait.
  static func makeNonblocking(_ descriptor: Descriptor) {
    _ = fcntl(descriptor.number, F_SETFL, fcntl(descriptor.number, F_GETFL) | O_NONBLOCK)
  }
}

/// Signals that would end us are held back, and a closed pipe is no signal, until `release()`.
///
/// Those that whoever started us has us ignore are not held: they would not end us.
struct HeldSignals {
  private var before = sigset_t()
  private var held = sigset_t()
  private let pipe: (@convention(c) (Int32) -> Void)?

  init() {
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where !Self.isIgnored(number) {
      sigaddset(&held, number)
    }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    pipe = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether one of them has come.
  var arePending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains { sigismember(&pending, $0) == 1 }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
    let handler = action.__sigaction_u.__sa_handler
    #else
    let handler = action.__sigaction_handler.sa_handler
    #endif
    return handler.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Lets them through.
  func release() {
    var before = before
    signal(SIGPIPE, pipe)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

/// Starts a program with its standard descriptors connected, in a process group of its own and with no signal
/// ignored or held.
///
/// - Returns: its number, which is also its group's.
/// - Throws: `ChildFailure.notStarted`.
func spawn(_ words: [String], input: Descriptor, output: Descriptor, messages: Descriptor)
  throws(ChildFailure)
  -> pid_t
{
  #if canImport(Darwin)
  var actions: posix_spawn_file_actions_t?
  var attributes: posix_spawnattr_t?
  #else
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  for (number, end) in [input, output, messages].enumerated() {
    posix_spawn_file_actions_adddup2(&actions, end.number, Int32(number))
  }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setpgroup(&attributes, 0)
  let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
  posix_spawnattr_setflags(&attributes, Int16(flags))
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
  arguments.append(nil)
  defer { for argument in arguments { free(argument) } }
  var pid: pid_t = 0
  guard let program = arguments[0] else { throw .notStarted(errno: ENOENT) }
  let code = posix_spawnp(&pid, program, &actions, &attributes, arguments, environ)
  guard code == 0 else { throw .notStarted(errno: code) }
  return pid
}
