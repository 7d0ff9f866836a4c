#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs independent pieces of work on a few threads and waits for all of them.
///
/// Which thread does which piece never changes a result: each piece writes to its own place.
enum Parallel {
  /// What a thread is given to do: every `stride`-th piece from `first` on.
  fileprivate final class Job: Sendable {
    let first: Int
    let count: Int
    let stride: Int
    let body: @Sendable (Int) -> Void

    init(first: Int, count: Int, stride: Int, body: @escaping @Sendable (Int) -> Void) {
      self.first = first
      self.count = count
      self.stride = stride
      self.body = body
    }

    func run() {
      var piece = first
      while piece < count {
        body(piece)
        piece += stride
      }
    }
  }

  /// The results of `count` pieces in their order, worked on by at most `threads` threads.
  static func map<Value: Sendable>(
    _ count: Int,
    threads: Int,
    _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    guard count > 1, threads > 1 else { return (0..<max(count, 0)).map(body) }
    let results = Results<Value>(count: count)
    let work: @Sendable (Int) -> Void = { results.set($0, body($0)) }
    let stride = min(threads, count)
    var started: [pthread_t] = []
    for first in 1..<stride {
      let job = Job(first: first, count: count, stride: stride, body: work)
      if let thread = start(job) { started.append(thread) } else { job.run() }
    }
    Job(first: 0, count: count, stride: stride, body: work).run()
    for thread in started { pthread_join(thread, nil) }
    return results.all
  }

  /// Starts a thread; nil if the system has none to give.
  private static func start(_ job: Job) -> pthread_t? {
    let retained = Unmanaged.passRetained(job)
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let failure = pthread_create(&thread, nil, runJob, retained.toOpaque())
    if failure == 0 { return thread }
    retained.release()
    return nil
  }

  /// Places for results that different threads fill, each place once, before anyone reads.
  private final class Results<Value: Sendable>: @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<Value?>

    init(count: Int) {
      storage = .allocate(capacity: count)
      storage.initialize(repeating: nil)
    }

    deinit {
      storage.deinitialize()
      storage.deallocate()
    }

    func set(_ index: Int, _ value: Value) {
      storage[index] = value
    }

    var all: [Value] {
      storage.compactMap { $0 }
    }
  }
}

/// What a new thread runs: the job it is handed.
#if canImport(Darwin)
private func runJob(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<Parallel.Job>.fromOpaque(pointer).takeRetainedValue().run()
  return nil
}
#else
private func runJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let pointer { Unmanaged<Parallel.Job>.fromOpaque(pointer).takeRetainedValue().run() }
  return nil
}
#endif
