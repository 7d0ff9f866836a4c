// What the hot paths cost on this machine.
//
// In: a topic or none for all; `fit` reads the log it is given. Out: one line a measurement on stdout.
// Never: a judgement; `Scripts/bench_peers.py` sets the figures beside those of other schedulers.

/// `wengu-bench [compile | next | replay | simulate | exam | backlog | fit LOG [unseen]]`.
@main
enum Benchmarks {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func wants(_ topic: String) -> Bool {
      arguments.isEmpty || arguments.first == topic
    }
    if wants("compile") { benchmarkCompile() }
    if wants("next") { benchmarkNextStates() }
    if wants("replay") { benchmarkReplay() }
    if wants("simulate") { benchmarkSimulate() }
    if wants("backlog") { benchmarkBacklog(runs: arguments.isEmpty ? 1 : 8) }
    if wants("exam") { benchmarkExam(learners: arguments.isEmpty ? 100 : 1000) }
    if arguments.count > 1, arguments[0] == "fit" {
      benchmarkFit(arguments[1], unseen: arguments.dropFirst(2).first == "unseen")
    }
  }

  /// The shortest of several runs, in seconds.
  static func seconds(runs: Int = 5, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<runs {
      let duration = clock.measure(body)
      best = min(best, Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
    }
    return best
  }

  /// Prints one measurement: what, how many a second, and nanoseconds each.
  static func report(_ name: String, count: Int, seconds: Double) {
    let nanoseconds = (seconds / Double(count) * 1e10).rounded() / 10
    let rate = (Double(count) / seconds / 1e4).rounded() / 100
    print("\(name): \(rate) M/s, \(nanoseconds) ns each")
  }
}

/// Keeps a result alive so that the work that made it is not optimised away.
@inline(never)
func keep<Value>(_ value: Value) {}
