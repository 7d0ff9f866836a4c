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
      abstract: told("把文章编成卡片集。", "Make a deck of an essay."),
      discussion: told(
        """
        文件已经存在时，只合并新旧不同之处：改过的卡片、编号和学习进度都不动。
        例：
          wengu compile 文章.txt -o 卡片集.md
          wengu compile 文章.txt --max-cards 20
          wengu compile 文章.txt --format jsonl | jq .question
        """,
        """
        Where the deck exists already, only what differs is merged: edited cards, ids and progress stay.
        Examples:
          wengu compile essay.txt -o deck.md
          wengu compile essay.txt --max-cards 20
          wengu compile essay.txt --format jsonl | jq .question
        """
      )
    )
  }

  @Argument(
    help: help("文章；- 表示标准输入", "The essay; - is standard input.", valueName: "essay"),
    completion: .file()
  )
  var essay: String

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

  @Option(help: help("文章的语言；缺省自动判断", "The essay's language; else found out.", valueName: "zh|en"))
  var language: EssayLanguage?

  @Option(help: help("卡片集的名字；缺省取文章标题", "The deck's name; else the essay's title.", valueName: "title"))
  var title: String?

  @Option(help: help("md 是卡片集；jsonl 每行一张卡片", "md is a deck; jsonl one card a line."))
  var format = DeckFormat.md

  @Flag(help: help("逐张说明为什么出这道题，哪些候选被舍弃", "Say why each card was made and what was dropped."))
  var explain = false

  @Flag(help: help("只说会怎样，不写文件", "Say what would happen and write nothing."))
  var dryRun = false

  @OptionGroup var place: PlaceOptions

  func validate() throws {
    if let maxCards, maxCards < 1 {
      throw ValidationError(told("--max-cards 要是正整数", "--max-cards takes a number from 1 up"))
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let source = try EssaySource(at: essay)
    var options = CompileOptions()
    options.maximumCards = maxCards
    options.kinds = kinds?.values
    options.language = language?.textLanguage
    options.title = title
    let compilation = compile(source.text, options: options)
    guard !compilation.cards.isEmpty else { throw CommandFailure.nothingToAsk(path: essay) }
    if explain {
      let stream = output != nil || dryRun ? context.output : context.messages
      stream.write(Explanation(compilation, of: source.text, in: context.language).lines)
    }
    switch format {
    case .jsonl: try writeLines(of: compilation, source: source, context: context)
    case .md: try writeDeck(of: compilation, source: source, context: context)
    }
    return .success
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

/// An essay's text with the name that its deck keeps.
struct EssaySource {
  /// The bare name of the file, nil for standard input.
  let name: String?

  /// The text.
  let text: SourceText

  private static let largestFile = 16 << 20

  init(at path: String) throws {
    let bytes =
      path == "-"
      ? try readStandardInput(limit: Self.largestFile) : try readFile(at: path, limit: Self.largestFile)
    do {
      text = SourceText(try decode(bytes, limit: Self.largestFile).text)
    } catch {
      throw CommandFailure.essay(path: path, error)
    }
    name = path == "-" ? nil : fileName(of: path)
  }
}
