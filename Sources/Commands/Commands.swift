// The room Commands: the command line, and the effects that the other rooms only describe.
//
// In:    the words of a command line, the environment, files, the system's clock and zone.
// Out:   data on standard output, messages on standard error in the learner's language, an exit status.
// Never: decide what a card asks, when it is due or how it is kept; hand text from a file to a shell; follow
//        a path that a file names; end without a message where something went wrong.
