import Language
import Reports
import Testing

@Suite struct CSVTests {
  @Test(
    "A strict reader takes RFC 4180",
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a\nb", [["a"], ["b"]]),
      ("a,\r\n,b", [["a", ""], ["", "b"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]),
      ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]), ("\"\"\r\n", [[""]]), ("a\r\n\r\n\nb", [["a"], ["b"]]),
      ("\u{FEFF}a,b\r\n", [["a", "b"]]), ("\u{FEFF}\"a\"", [["a"]]), ("作风,\"四，风\"\n", [["作风", "四，风"]]),
      ("a b , c", [["a b ", " c"]]), ("\"\u{FEFF}\"", [["\u{FEFF}"]]), (",\n", [["", ""]]), ("\"\"", [[""]]),
    ] as [(String, [[String]])]
  )
  func reads(text: String, rows: [[String]]) throws {
    #expect(try CSVParser.records(of: text.utf8).map(\.cells) == rows)
  }

  @Test(
    "A strict reader names the line of what it does not take",
    arguments: [
      (Array("a\nb\"c".utf8), .quoteInside(line: 2)), (Array("\"a\"b".utf8), .textAfterQuote(line: 1)),
      (Array("a\n\"b\nc".utf8), .unclosedQuote(line: 2)), (Array("a\rb".utf8), .bareCarriageReturn(line: 1)),
      (Array("a\n\"x\ny\"\nb\r".utf8), .bareCarriageReturn(line: 4)),
      ([0x61, 0x0a, 0xff], .notUTF8(line: 2)),
      ([0xef, 0xbb], .notUTF8(line: 1)), (Array("\"a\" ,b".utf8), .textAfterQuote(line: 1)),
    ] as [([UInt8], CSVFailure)]
  )
  func refuses(bytes: [UInt8], failure: CSVFailure) {
    #expect(throws: failure) { try CSVParser.records(of: bytes) }
  }

  @Test("No cell is longer than a mebibyte and no row has more than 1,024 cells")
  func limits() throws {
    func count(_ text: String) throws -> Int {
      try CSVParser.records(of: text.utf8).count
    }
    let cell = String(repeating: "a", count: 1_048_576)
    #expect(try count(cell) == 1)
    #expect(throws: CSVFailure.tooLarge(line: 1)) { try count(cell + "a") }
    let row = String(repeating: ",", count: 1_023)
    #expect(try count(row) == 1)
    #expect(throws: CSVFailure.tooLarge(line: 1)) { try count(row + ",") }
  }

  @Test("Pieces of any size give the same rows")
  func pieces() throws {
    let bytes = Array("\u{FEFF}a,\"b\r\n\"\"c\",作风\r\n1,2,3\n".utf8)
    let whole = try CSVParser.records(of: bytes)
    for size in 1...bytes.count {
      var parser = CSVParser()
      var records: [CSVRecord] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        try parser.parse(bytes[start..<min(bytes.count, start + size)]) { records.append($0) }
      }
      try parser.finish { records.append($0) }
      #expect(records == whole, "pieces of \(size)")
    }
  }

  @Test("Rows keep the line on which they begin")
  func lines() throws {
    let records = try CSVParser.records(of: "a\n\"x\n\ny\"\n\nb\r\n".utf8)
    #expect(records.map(\.line) == [1, 2, 6])
  }

  @Test("A table answers by name and refuses other shapes")
  func table() throws {
    func read(_ text: String, needing needed: [String] = []) throws -> [String?] {
      var table = CSVTable(needing: needed)
      var values: [String?] = []
      try table.parse(text.utf8) { values.append($0.text("b")) }
      try table.finish { values.append($0.text("b")) }
      return values
    }
    #expect(try read("a,b\r\n1,'=2\r\n3,\r\n") == ["=2", nil])
    #expect(try read("a\r\n1\r\n") == [nil])
    #expect(throws: CSVFailure.cellCount(line: 2, expected: 2, found: 1)) { try read("a,b\r\n1\r\n") }
    #expect(throws: CSVFailure.duplicateColumn("a")) { try read("a,a\r\n") }
    #expect(throws: CSVFailure.missingColumn("c")) { try read("a,b\r\n", needing: ["a", "c"]) }
    #expect(throws: CSVFailure.noHeader) { try read("\r\n") }
  }

  @Test(
    "The guard stands before what a spreadsheet could run",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"), ("＋1", "'＋1"),
      ("－1", "'－1"), ("＠a", "'＠a"), ("\ta", "'\ta"), ("\ra", "'\ra"), ("'a", "''a"), ("''", "'''"), ("", ""),
      ("a=1", "a=1"), ("作风", "作风"), ("–1", "–1"), (" =1", " =1"), ("=\u{301}", "'=\u{301}"),
      ("\r\na", "'\r\na"),
    ]
  )
  func guarding(text: String, cell: String) {
    #expect(FormulaGuard.guarded(text) == cell)
    #expect(FormulaGuard.unguarded(cell) == text)
  }
}
