public import ArgumentParser

/// The program's root command.
public struct Wengu: ParsableCommand {
  /// What the program is, in the language of this run.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "wengu",
      abstract: told("把文章变成题卡，每天几分钟，温故而知新。", "Turn an essay into question cards and keep what it says."),
      discussion: told(
        """
        例：
          wengu compile 文章.txt -o 卡片集.md    把文章编成卡片集
          wengu quiz 卡片集.md                   开始今天的练习
          wengu                                  以后每天这样开始
          wengu stats                            看看进度
        """,
        """
        Examples:
          wengu compile essay.txt -o deck.md    make a deck of an essay
          wengu quiz deck.md                    start today's quiz
          wengu                                 from then on, each day
          wengu stats                           see how it goes
        """
      ),
      version: "0.1.0",
      subcommands: [
        CompileCommand.self, LintCommand.self, PreviewCommand.self, QuizCommand.self, StatsCommand.self,
        ExportCommand.self, ReportCommand.self, ReplayCommand.self, OptimizeCommand.self,
        SimulateCommand.self, LearnersCommand.self, DecksCommand.self,
        SettingsCommand.self,
        CardsCommand.self, SuspendCommand.self, ResumeCommand.self, ForgetCommand.self, BuryCommand.self,
        FlagCommand.self, UndoCommand.self, HomeCommand.self, ReadCommand.self,
        BackupCommand.self, RestoreCommand.self, DoctorCommand.self, ImportCommand.self,
      ]
    )
  }

  /// The words that name a command.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// The commands that take a query for cards.
  static let commandsWithQuery: Set<String> = ["cards", "suspend", "resume", "forget", "bury", "flag"]

  /// A root command, as the parser makes it.
  public init() {}
}

/// A command that does its work with what it is handed.
protocol ContextCommand: ParsableCommand {
  /// Does the work.
  ///
  /// - Throws: what `Failures` knows how to tell.
  func run(in context: CommandContext) throws -> ExitStatus
}

/// The options that every command about a learner takes.
struct LearnerOptions: ParsableArguments {
  @Option(
    help: help(
      "学习者的名字（缺省为 $WENGU_LEARNER 或用户名）",
      "The learner's name (else $WENGU_LEARNER or your user name).",
      valueName: "name"
    )
  )
  var learner: String?

  @OptionGroup var place: PlaceOptions

  init() {}
}

/// The options that every command takes.
struct PlaceOptions: ParsableArguments {
  @Option(help: help("存放学习记录的文件夹", "The folder of learner files.", valueName: "dir"), completion: .directory)
  var data: String?

  @Option(help: help("界面语言：zh 或 en", "The interface's language: zh or en.", valueName: "zh|en"))
  var ui: String?

  init() {}
}
