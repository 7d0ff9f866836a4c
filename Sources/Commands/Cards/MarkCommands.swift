import ArgumentParser

/// The command `wengu suspend`.
struct SuspendCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "suspend",
      abstract: told("停用卡片，恢复之前不再提问。", "Hide cards until they are resumed."),
      discussion: told(
        "例：\n  wengu suspend 7k3m9q2a5x\n  wengu suspend deck:茶 is:leech --dry-run",
        "Examples:\n  wengu suspend 7k3m9q2a5x\n  wengu suspend deck:tea is:leech --dry-run"
      )
    )
  }

  @OptionGroup var options: MarkOptions

  func run(in context: CommandContext) throws -> ExitStatus { try options.perform(.suspend, in: context) }
}

/// The command `wengu resume`.
struct ResumeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resume",
      abstract: told("恢复提问停用了的卡片。", "Ask suspended cards again."),
      discussion: told(
        "例：\n  wengu resume 7k3m9q2a5x\n  wengu resume is:suspended --yes",
        "Examples:\n  wengu resume 7k3m9q2a5x\n  wengu resume is:suspended --yes"
      )
    )
  }

  @OptionGroup var options: MarkOptions

  func run(in context: CommandContext) throws -> ExitStatus { try options.perform(.resume, in: context) }
}

/// The command `wengu forget`.
struct ForgetCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forget",
      abstract: told("让卡片从头学起；经过都留着。", "Let cards start anew; their history is kept."),
      discussion: told(
        "例：\n  wengu forget 7k3m9q2a5x\n  wengu forget section:萎凋 'prop:lapses>3'",
        "Examples:\n  wengu forget 7k3m9q2a5x\n  wengu forget section:history 'prop:lapses>3'"
      )
    )
  }

  @OptionGroup var options: MarkOptions

  func run(in context: CommandContext) throws -> ExitStatus { try options.perform(.forget, in: context) }
}

/// The command `wengu bury`.
struct BuryCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bury",
      abstract: told("搁置卡片，今天不再问。", "Hide cards until the next study day."),
      discussion: told(
        "例：\n  wengu bury 7k3m9q2a5x\n  wengu bury --undo is:buried",
        "Examples:\n  wengu bury 7k3m9q2a5x\n  wengu bury --undo is:buried"
      )
    )
  }

  @Flag(help: help("取消搁置，今天又问", "Ask them today after all."))
  var undo = false

  @OptionGroup var options: MarkOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try options.perform(undo ? .unbury : .bury, in: context)
  }
}

/// The command `wengu flag`.
struct FlagCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "flag",
      abstract: told("给卡片加标记，以后用 is:flagged 找到。", "Mark cards, to find them again by is:flagged."),
      discussion: told(
        "例：\n  wengu flag 7k3m9q2a5x\n  wengu flag --undo is:flagged",
        "Examples:\n  wengu flag 7k3m9q2a5x\n  wengu flag --undo is:flagged"
      )
    )
  }

  @Flag(help: help("去掉标记", "Take the mark away."))
  var undo = false

  @OptionGroup var options: MarkOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try options.perform(undo ? .unflag : .flag, in: context)
  }
}
