import Reports
import Testing

/// JSON read strictly and written in one way.
struct JSONTests {
  @Test(arguments: [
    ("null", "null"), (" true ", "true"), ("[1, -2.50, 1e30]", "[1,-2.5,1e+30]"), ("[]", "[]"), ("{}", "{}"),
    (#"{"b":1,"a":{"c":[false]}}"#, #"{"b":1,"a":{"c":[false]}}"#),
    (#""\u4f60\ud83d\ude00\n\/""#, #""你😀\n/""#),
    (#""\u0000\u007f\u0085\u202e\u2028""#, #""\u0000\u007f\u0085\u202e\u2028""#),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("0.1", "0.1"), ("1e-7", "1e-07"), ("9223372036854775808", "9.223372036854776e+18"), ("-0", "0"),
    ("1.5E+2", "150"),
    (#""e\u0301""#, "\"e\u{301}\""),
  ])
  func `what is read is written back in its shortest form`(text: String, written: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value.text == written)
    #expect(try JSONValue(parsing: Array(written.utf8)).text == written)
    #expect(try JSONValue(parsing: Array(value.indentedText.utf8)).text == written)
  }

  @Test(arguments: [
    ("", JSONFailure.Reason.endsEarly, 0), ("[1", .endsEarly, 2), ("\"a", .endsEarly, 2),
    ("tru", .endsEarly, 3),
    ("{\"a\"", .endsEarly, 4), ("1 2", .unexpected, 2), ("[1,]", .unexpected, 3), ("{,}", .unexpected, 1),
    ("{a:1}", .unexpected, 1), ("01", .unexpected, 1), ("+1", .unexpected, 0), ("1.", .endsEarly, 2),
    (".5", .unexpected, 0), ("- 1", .unexpected, 1), ("1e", .endsEarly, 2), ("NaN", .unexpected, 0),
    ("'a'", .unexpected, 0), ("\"\t\"", .unexpected, 1), ("\u{FEFF}1", .unexpected, 0),
    ("tRue", .unexpected, 1),
    (#""\x""#, .badEscape, 3), (#""\ud800""#, .badEscape, 7), (#""\udc00""#, .badEscape, 7),
    (#""\ud800\u0041""#, .badEscape, 13), (#""\u12g4""#, .badEscape, 5), ("1e999", .numberOutOfRange, 5),
    ("-1e999", .numberOutOfRange, 6), (#"{"a":1,"a":2}"#, .duplicateName, 10),
    (#"{"a":1,"\u0061":2}"#, .duplicateName, 15),
  ])
  func `what is no JSON is refused with its place`(
    text: String,
    reason: JSONFailure.Reason,
    offset: Int
  ) {
    let failure = #expect(throws: JSONFailure.self) { try JSONValue(parsing: Array(text.utf8)) }
    #expect(failure?.reason == reason)
    #expect(failure?.offset == offset)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE4, 0xBD, 0x22],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
    ] as [[UInt8]]
  )
  func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    let failure = #expect(throws: JSONFailure.self) { try JSONValue(parsing: bytes) }
    #expect(failure?.reason == .notUTF8)
  }

  @Test func `values may lie 32 deep and no deeper`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(32)) }
    let failure = #expect(throws: JSONFailure.self) { try JSONValue(parsing: nested(100_000)) }
    #expect(failure?.reason == .tooDeep)
  }

  @Test func `random bytes are read or refused and never trap`() {
    let alphabet = Array(#"{}[]":,\u0019eE+-. tfnrals"#.utf8) + [0xE4, 0xBD, 0xA0, 0xFF, 0x00]
    for seed in UInt64(1)...4_000 {
      var state = seed &* 0x9E37_79B9_7F4A_7C15
      var bytes: [UInt8] = []
      for _ in 0..<(seed % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      #expect((try? JSONValue(parsing: Array(value.text.utf8)))?.text == value.text, "seed \(seed)")
    }
  }

  @Test func `numbers that JSON cannot say are null`() {
    let values: JSONValue = [.number(.nan), .number(.infinity), .number(-.infinity), .number(1e-300)]
    #expect(values.text == "[null,null,null,1e-300]")
  }
}
