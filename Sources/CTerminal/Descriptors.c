// What descriptors are, and reading and writing them whole.

#include "CTerminal.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool wengu_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int wengu_terminal_width(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Whether a call is to be tried again, after waiting where the descriptor does not wait by itself.
static bool try_again(int descriptor, short events) {
  if (errno == EINTR) return true;
  if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
  struct pollfd waiting = {.fd = descriptor, .events = events};
  poll(&waiting, 1, -1);
  return true;
}

int wengu_write(int descriptor, const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written < 0) {
      if (!try_again(descriptor, POLLOUT)) return errno;
    } else {
      rest += written;
      count -= (size_t)written;
    }
  }
  return 0;
}

size_t wengu_read(int descriptor, void *bytes, size_t room) {
  for (;;) {
    ssize_t count = read(descriptor, bytes, room);
    if (count >= 0) return (size_t)count;
    if (!try_again(descriptor, POLLIN)) return 0;
  }
}
