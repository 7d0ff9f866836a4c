import Language
import Reports
import Scheduling
import Testing

struct Pair: Sendable {
  var text: String?
  var number: Double?
  var count: Int64?
  var flag: Bool?
}

private let nothing = Bilingual(zh: "", en: "")

private let columns: [Column<Pair>] = [
  .text("text", nothing) { $0.text }, .number("number", nothing) { $0.number },
  .integer("count", nothing) { $0.count }, .flag("flag", nothing) { $0.flag },
]

private func written<Row>(_ rows: [Row], _ columns: [Column<Row>], _ options: CSVOptions = CSVOptions())
  throws
  -> [UInt8]
{
  var writer = CSVWriter(columns, options: options)
  var sink = MemorySink()
  for row in rows { writer.write(row) }
  try writer.handOver(to: &sink)
  return sink.bytes
}

@Suite struct CSVWritingTests {
  @Test(
    "Cells are written plainly, quoted only where they must be",
    arguments: [
      (Pair(), ",,,"), (Pair(text: "a", number: 1, count: -1, flag: true), "a,1,-1,1"),
      (Pair(text: "a,b", flag: false), "\"a,b\",,,0"), (Pair(text: "a\"b"), "\"a\"\"b\",,,"),
      (Pair(text: "a\nb"), "\"a\nb\",,,"), (Pair(text: "=1,2"), "\"'=1,2\",,,"),
      (Pair(text: "\r"), "\"'\r\",,,"),
      (Pair(number: -0.5), ",-0.5,,"), (Pair(number: -0.0), ",0,,"), (Pair(number: .nan), ",,,"),
      (Pair(number: .infinity), ",,,"), (Pair(number: 0.1), ",0.1,,"), (Pair(number: 1e300), ",1e+300,,"),
      (Pair(number: 9_007_199_254_740_992), ",9007199254740992.0,,"),
      (Pair(number: .leastNonzeroMagnitude), ",5e-324,,"),
      (Pair(count: .min), ",,-9223372036854775808,"), (Pair(count: .max), ",,9223372036854775807,"),
      (Pair(count: 0), ",,0,"), (Pair(text: "作风"), "作风,,,"),
    ]
  )
  func cells(row: Pair, line: String) throws {
    let text = String(decoding: try written([row], columns), as: UTF8.self)
    #expect(text == "text,number,count,flag\r\n" + line + "\r\n")
  }

  @Test("Raw text has no guard, and a mark comes first when asked for")
  func options() throws {
    let bytes = try written([Pair(text: "=1")], columns, CSVOptions(hasByteOrderMark: true, isRaw: true))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{FEFF}text,number,count,flag\r\n=1,,,\r\n")
  }

  @Test("Any text comes back as it was", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let alphabet: [Unicode.Scalar] = [
      "'", "=", "+", "-", "@", "\"", ",", "\r", "\n", "\t", " ", "a", "作", "＝", "＠", "\u{FEFF}", "\u{301}",
      "\u{0}", "\u{1F468}", "\u{200D}",
    ]
    let texts = (0..<400).map { _ in
      let length = Int.random(in: 0...6, using: &random)
      return String(
        String.UnicodeScalarView(
          (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
        )
      )
    }
    let bytes = try written(texts, [.text("only", nothing) { $0 }])
    var table = CSVTable()
    var back: [String] = []
    try table.parse(bytes) { back.append($0.text("only") ?? "") }
    try table.finish { back.append($0.text("only") ?? "") }
    #expect(back.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) }, "seed \(seed)")
  }

  @Test("Any number comes back as it was", arguments: [1, 2, 3] as [UInt64])
  func numbers(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<2_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      var bytes: [UInt8] = []
      appendShortest(of: value, to: &bytes)
      #expect(Double(String(decoding: bytes, as: UTF8.self)) == value, "seed \(seed)")
    }
  }

  @Test("A long table reaches the sink in pieces")
  func pieces() throws {
    struct Counting: ByteSink {
      var pieces = 0
      var longest = 0
      mutating func write(_ bytes: [UInt8]) {
        pieces += 1
        longest = max(longest, bytes.count)
      }
    }
    var log = MemoryLog.deck(cards: 5)
    for index in 0..<500 { log.review(.good, card: index % 5, at: Double(index), interval: .days(1)) }
    var sink = Counting()
    #expect(try ReviewsExport().write(log, into: &sink) == 500)
    #expect(sink.pieces > 1)
    #expect(sink.longest < 70_000)
  }
}
