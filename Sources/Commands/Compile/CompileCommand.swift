import ArgumentParser
import Cards
import EssayCompiler
import Language
import Reports
import Terminal

/// The command `wengu compile`.
struct CompileCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compile",
      abstract: told("把文章编成卡片集。", "Make a deck of one or more essays."),
      discussion: told(
        """
        文件已经存在时，只合并新旧不同之处：改过的卡片、编号和学习进度都不动。
        几篇文章编成一个卡片集时，每篇一个一级标题，重复的题只留一道。
        例：
          wengu compile 文章.txt -o 卡片集.md
          wengu compile 第一章.txt 第二章.txt -o 全书.md --max-cards 60
          wengu compile 文章.txt --kinds cloze,list --min-importance 0.5
          wengu compile 文章.txt -o 卡片集.md --from 全班/     全班的作答说明哪些卡片要改
          wengu compile 文章.txt --explain --dry-run | less
          wengu compile 文章.txt --format jsonl | jq .question
          curl -s https://example.org/文章.txt | wengu compile - --title 文章
          wengu compile 文章.txt --generator 'python3 "我的 出题程序.py" --level 2'
        """,
        """
        Where the deck exists already, only what differs is merged: edited cards, ids and progress stay.
        Several essays make one deck, a heading for each; of questions that two of them give, one is kept.
        Examples:
          wengu compile essay.txt -o deck.md
          wengu compile chapter1.txt chapter2.txt -o book.md --max-cards 60
          wengu compile essay.txt --kinds cloze,list --min-importance 0.5
          wengu compile essay.txt -o deck.md --from class/     what a class's answers say of the cards
          wengu compile essay.txt --explain --dry-run | less
          wengu compile essay.txt --format jsonl | jq .question
          curl -s https://example.org/essay.txt | wengu compile - --title Essay
          wengu compile essay.txt --generator 'python3 "my generator.py" --level 2'
        """
      )
    )
  }

  @Argument(
    help: help("一篇或几篇文章；- 表示标准输入", "The essays; - is standard input.", valueName: "essay"),
    completion: .file()
  )
  var essays: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: help("卡片集文件；缺省写到标准输出", "The deck file; else standard output.", valueName: "deck"),
    completion: .file(extensions: ["md"])
  )
  var output: String?

  @Option(help: help("最多几张卡片", "At most so many cards.", valueName: "n"))
  var maxCards: Int?

  @Option(
    help: help(
      "只要这些题型，用逗号分开：qa,cloze,list,order,choice,truefalse",
      "Only these kinds, with commas between: qa,cloze,list,order,choice,truefalse.",
      valueName: "kinds"
    )
  )
  var kinds: Kinds?

  @Option(
    help: help(
      "只取这样重要的句子，0 到 1（--explain 逐张列出）",
      "Only sentences this important, 0 to 1 (see --explain).",
      valueName: "x"
    )
  )
  var minImportance: Double?

  @Option(help: help("文章的语言；缺省自动判断", "The essay's language; else found out.", valueName: "zh|en"))
  var language: EssayLanguage?

  @Option(
    help: help(
      "卡片集的名字；缺省取文章标题",
      "The deck's name; else the essay's title or the file's name.",
      valueName: "title"
    )
  )
  var title: String?

  @Option(help: help("md 是卡片集；jsonl 每行一张卡片", "md is a deck; jsonl one card a line."))
  var format = DeckFormat.md

  @Option(
    help: help(
      "另请一个程序出题（不经过外壳；格式见 README）",
      "Also ask a program for cards (no shell; README has the format).",
      valueName: "command"
    )
  )
  var generator: String?

  @Option(
    help: help("这个程序每篇最多运行几秒", "How long that program may run for an essay.", valueName: "seconds")
  )
  var generatorTimeout = 60

  @Option(
    help: help(
      "按全班的作答提醒哪些卡片要改：含学习记录或他们交来的 CSV 的文件夹",
      "Warn of cards that a class's answers speak against: a folder of learner files, or of their CSVs.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var from: String?

  @Flag(help: help("逐张说明为什么出这道题，哪些候选被舍弃", "Say why each card was made and what was dropped."))
  var explain = false

  @Flag(help: help("只说会怎样，不写文件", "Say what would happen and write nothing."))
  var dryRun = false

  @Flag(
    help: help(
      "把结果（新增、更新、停用等各张卡片）输出成 JSON；要有 -o 或 --dry-run",
      "Print what came of it, card by card, as JSON; needs -o or --dry-run."
    )
  )
  var json = false

  @OptionGroup var place: PlaceOptions

  func validate() throws {
    if let maxCards, maxCards < 1 {
      throw ValidationError(told("--max-cards 要是正整数", "--max-cards takes a number from 1 up"))
    }
    if let minImportance, !(0...1).contains(minImportance) {
      throw ValidationError(
        told("--min-importance 要在 0 到 1 之间", "--min-importance takes a number from 0 to 1")
      )
    }
    if json, output == nil && !dryRun || format != .md {
      throw ValidationError(
        told(
          "--json 要和 -o 或 --dry-run 一起用，不能和 --format jsonl 同用",
          "--json needs -o or --dry-run, and does not go with --format jsonl"
        )
      )
    }
    guard from == nil || format == .md else {
      throw ValidationError(
        told(
          "--from 说的是卡片集的各行，不能和 --format jsonl 同用",
          "--from tells of a deck's lines and does not go with --format jsonl"
        )
      )
    }
    guard (1...3_600).contains(generatorTimeout) else {
      throw ValidationError(
        told("--generator-timeout 要在 1 到 3600 秒之间", "--generator-timeout takes 1 to 3600 seconds")
      )
    }
    guard generator.map({ CommandWords($0) != nil }) ?? true else {
      throw ValidationError(
        told("--generator 要有一个程序名，引号要成对", "--generator takes a program's name, and its quotes in pairs")
      )
    }
    guard essays.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError(told("标准输入（-）只能用一次", "standard input (-) can be named once only"))
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let parts = try compiledParts()
    if explain {
      let stream = (output != nil || dryRun) && !json ? context.output : context.messages
      stream.write(Explanation(parts, in: context.language).text)
    }
    try tellEmpty(parts, context: context)
    if generator != nil { try tellGenerated(parts, context: context) }
    let deck = CompiledDeck(parts: parts, title: title, output: output)
    switch format {
    case .jsonl: try writeLines(of: deck, context: context)
    case .md: try writeDeck(deck, context: context)
    }
    return .success
  }

  /// Reads and compiles; what was known of the sentences is given back before a deck is written.
  private func compiledParts() throws -> [DeckPart] {
    let sources = try readEssays()
    let readings = sources.map { EssayReading($0.text, options: options) }
    let yields = try zip(sources, readings).map { try generated(for: $1, of: $0) }
    let compilations = EssayCompiler.compile(readings, maximumCards: maxCards, adding: yields.map(\.cards))
    return zip(zip(sources, compilations), yields).map { pair, yield in
      DeckPart(source: pair.0, compilation: pair.1, yield: yield)
    }
  }

  /// What the generator proposes for an essay; nothing where none is asked.
  private func generated(for reading: EssayReading, of source: EssaySource) throws -> Generator.Yield {
    guard let command = generator.flatMap(CommandWords.init) else { return Generator.Yield() }
    let language = language?.textLanguage ?? dominantLanguage(of: source.text)
    return try Generator(words: command.words, seconds: generatorTimeout).cards(
      for: reading,
      language: language
    )
  }

  private var options: CompileOptions {
    CompileOptions(
      kinds: kinds?.values,
      language: language?.textLanguage,
      minimumImportance: minImportance,
      keepsRejections: explain
    )
  }

  /// Reads all essays before anything is written.
  private func readEssays() throws -> [EssaySource] {
    var names = Set<String>()
    return try essays.map { path in
      let source = try EssaySource(at: path)
      guard essays.count == 1 || names.insert(source.name ?? path).inserted else {
        throw CommandFailure.sameName(path: path)
      }
      return source
    }
  }

  /// Counts the cards from the generator, taken and dropped.
  private func tellGenerated(_ parts: [DeckPart], context: CommandContext) throws {
    let taken = parts.reduce(0) { sum, part in
      sum + part.compilation.cards.count { $0.family == .generated }
    }
    let proposed = parts.reduce(0) { $0 + $1.yield.cards.count + $1.yield.faults.count }
    try context.say(Notice.generated(taken: taken, dropped: proposed - taken).message)
  }

  /// Names the essays that gave no card; an error where none gave any.
  private func tellEmpty(_ parts: [DeckPart], context: CommandContext) throws {
    let isNarrowed = kinds != nil || minImportance != nil
    let empty = parts.filter(\.compilation.cards.isEmpty)
    if let first = empty.first, empty.count == parts.count {
      throw CommandFailure.nothingToAsk(path: first.source.path, isNarrowed: isNarrowed)
    }
    for part in empty {
      try context.say(CommandFailure.nothingToAsk(path: part.source.path, isNarrowed: isNarrowed).message)
    }
  }
}

/// The forms in which a compile can be written.
enum DeckFormat: String, ExpressibleByArgument, CaseIterable {
  case md
  case jsonl
}

/// The languages of essays as an option names them.
enum EssayLanguage: String, ExpressibleByArgument, CaseIterable {
  case zh
  case en

  var textLanguage: TextLanguage {
    switch self {
    case .zh: .chinese
    case .en: .english
    }
  }
}

/// Kinds of cards as an option lists them.
struct Kinds: ExpressibleByArgument {
  let values: [CardKind]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    values = parts.compactMap { CardKind(rawValue: String($0)) }
    guard values.count == parts.count, !values.isEmpty else { return nil }
  }
}
