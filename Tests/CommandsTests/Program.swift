import Foundation

/// The built program with a home of its own.
struct Program {
  /// An empty folder that stands for a learner's home and current folder.
  let home: URL

  /// Variables that each run gets, besides those it names itself.
  var environment: [String: String]

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("wengu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "Asia/Shanghai",
      "WENGU_LEARNER": "test", "WENGU_NOW": "2026-11-24T08:00:00+08:00",
    ]
  }

  func remove() {
    try? FileManager.default.removeItem(at: home)
  }

  /// The project's top folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let binary: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("wengu")
    guard !FileManager.default.isExecutableFile(atPath: beside.path) else { return beside }
    return root.appendingPathComponent(".build/debug/wengu")
  }()

  /// A file of the decks that come with the project.
  static func deck(_ name: String) -> URL {
    root.appendingPathComponent("Decks/\(name)")
  }

  /// Copies a deck or essay of the project into the home.
  func copyDeck(_ name: String) throws {
    try FileManager.default.copyItem(at: Self.deck(name), to: home.appendingPathComponent(name))
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: home.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: home.appendingPathComponent(name), encoding: .utf8)
  }

  /// A process that has not been started, in the home.
  func process(_ arguments: [String], setting extra: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = environment.merging(extra) { $1 }
    return process
  }

  /// Runs the program to its end on an input.
  func run(
    _ arguments: String...,
    input: String = "",
    setting extra: [String: String] = [:]
  ) throws -> Ending {
    try run(arguments, input: Data(input.utf8), setting: extra)
  }

  func run(_ arguments: [String], input: Data, setting extra: [String: String] = [:]) throws -> Ending {
    let process = process(arguments, setting: extra)
    let files = try ["in", "out", "err"].map { name in
      let url = FileManager.default.temporaryDirectory.appendingPathComponent(
        "wengu-\(UUID().uuidString).\(name)"
      )
      try (name == "in" ? input : Data()).write(to: url)
      return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }
}

/// How a run ended and what it printed.
struct Ending {
  let status: Int32
  let wasKilled: Bool
  let output: String
  let messages: String

  /// The output's lines as JSON objects.
  var objects: [[String: Any]] {
    output.split(separator: "\n").compactMap { line in
      try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
  }
}

/// A session by the line protocol, line for line.
final class Conversation {
  let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Sends one line; false where the program is gone.
  @discardableResult
  func send(_ line: String) -> Bool {
    (try? input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))) != nil
  }

  /// The next line as an object; nil at the end of the program's output.
  func next() -> [String: Any]? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = buffer[buffer.startIndex..<end]
        buffer = Data(buffer[(end + 1)...])
        return try? JSONSerialization.jsonObject(with: line) as? [String: Any]
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      buffer.append(more)
    }
  }

  /// Closes the program's input and waits for its end.
  func finish() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Ends the program as `kill -9` does.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
