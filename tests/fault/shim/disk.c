/*
 * Stands between a process and its disk (LD_PRELOAD), for what lies below SHUKE_DISK_ROOT:
 *
 * - SHUKE_DISK_LOG: every call that changes the disk, or makes a change durable, is appended to this
 *   file with its data once it has succeeded. What is written to the file `acks` in the root is what the process
 *   has said to the world, in the order of everything else.
 * - SHUKE_DISK_CONTROL: a `struct control`, mapped; whoever fills it in makes the k-th call from now on
 *   fail, once or from then on.
 *
 * SQLite's `-shm` is memory that has a name: it fails like the rest, and is never recorded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, FOREIGN };
enum { FAIL_EIO = 1, FAIL_ENOSPC, FAIL_SHORT, FAIL_SILENTLY };

struct record {
  uint32_t kind;
  uint32_t pathLength; /* path, or the old name */
  uint64_t inode;
  uint64_t offset;     /* or the new size */
  uint64_t dataLength; /* data, or the new name */
};

struct control {
  uint32_t armed;      /* FAIL_..., 0 = nothing fails */
  uint32_t persistent; /* all calls from the k-th on */
  uint32_t at;         /* k, counted from 1 */
  uint32_t seen;       /* calls since it was armed */
  uint32_t failed;     /* of those */
  char kinds[65536];   /* of those, in their order: w(rite) t(runcate) o(pen) n(ames) s(ync) r(ead) */
};

#define FILES 65536
/* What is known of an open file below the root: 0 = not ours. */
enum { OURS = 1, SHM = 2, ACKS = 4 };
static unsigned char known[FILES];
static uint64_t inodes[FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t rootLength;
static int logFile = -1;
static struct control *control;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("SHUKE_DISK_ROOT");
  if (!at) return;
  rootLength = strlen(at);
  memcpy(root, at, rootLength + 1);
  const char *log = getenv("SHUKE_DISK_LOG");
  if (log) logFile = REAL(open64)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *told = getenv("SHUKE_DISK_CONTROL");
  if (!told) return;
  int file = REAL(open64)(told, O_RDWR | O_CLOEXEC);
  if (file < 0) abort();
  control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (control == MAP_FAILED) abort();
  REAL(close)(file);
}

static int below(const char *path) {
  if (!rootLength || strncmp(path, root, rootLength) != 0 || path[rootLength] != '/') return 0;
  const char *name = path + rootLength + 1;
  size_t length = strlen(name);
  if (strcmp(name, "acks") == 0) return OURS | ACKS;
  if (length > 4 && strcmp(name + length - 4, "-shm") == 0) return OURS | SHM;
  return OURS;
}

static uint64_t inodeOf(int file) {
  struct stat64 at;
  return fstat64(file, &at) == 0 ? at.st_ino : 0;
}

/* Not every close comes by here (libuv makes the system call itself), so a number may have become another file's. */
static int flags(int file) {
  if (file < 0 || file >= FILES || !known[file]) return 0;
  if (inodes[file] != inodeOf(file)) known[file] = 0;
  return known[file];
}

/* Counts a call that may fail. 0 = let it through, else the error (of a write also FAIL_SHORT: half of it; FAIL_SILENTLY: taken and dropped). */
static int fault(int what, char kind) {
  if (!control || !control->armed || !(what & OURS) || (what & ACKS)) return 0;
  if (control->armed >= FAIL_SHORT && kind != 'w') return 0;
  uint32_t call = __atomic_add_fetch(&control->seen, 1, __ATOMIC_SEQ_CST);
  control->kinds[(call - 1) % sizeof control->kinds] = kind;
  if (control->persistent ? call < control->at : call != control->at) return 0;
  __atomic_add_fetch(&control->failed, 1, __ATOMIC_SEQ_CST);
  if (control->armed >= FAIL_SHORT) return (int)control->armed;
  return control->armed == FAIL_ENOSPC ? ENOSPC : EIO;
}
/* A full disk still syncs, renames, removes and reads. */
static int faultOfDevice(int what, char kind) {
  return control && control->armed == FAIL_EIO ? fault(what, kind) : 0;
}
#define FAILS(error) do { int failing = (error); if (failing) { errno = failing; return -1; } } while (0)

static void record(int what, uint32_t kind, uint64_t inode, uint64_t offset, const char *path,
                   const void *data, size_t dataLength) {
  if (logFile < 0 || !(what & OURS) || (what & SHM)) return;
  int before = errno;
  const char *name = path ? path + rootLength + 1 : "";
  struct record head = {kind, (uint32_t)strlen(name), inode, offset, dataLength};
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, head.pathLength}, {(void *)data, dataLength}};
  size_t whole = sizeof head + head.pathLength + dataLength;
  if (REAL(writev)(logFile, parts, 3) != (ssize_t)whole) abort();
  errno = before;
}

/* ---- files ---- */

static int opened(const char *path, int how, mode_t mode, int viaOpenat, int folder) {
  int what = path[0] == '/' ? below(path) : 0;
  if (!what)
    return viaOpenat ? REAL(openat64)(folder, path, how, mode) : REAL(open64)(path, how, mode);
  FAILS(how & O_CREAT ? fault(what, 'o') : faultOfDevice(what, 'o'));
  pthread_mutex_lock(&turn);
  struct stat64 there;
  int isNew = (how & O_CREAT) && stat64(path, &there) != 0;
  int file = REAL(open64)(path, how, mode);
  if (file >= 0 && file < FILES) {
    known[file] = (unsigned char)what;
    inodes[file] = inodeOf(file);
    if (isNew) record(what, CREATE, inodeOf(file), 0, path, NULL, 0);
    else if (how & O_TRUNC) record(what, TRUNCATE, inodeOf(file), 0, NULL, NULL, 0);
  }
  pthread_mutex_unlock(&turn);
  return file;
}

#define MODE mode_t mode = 0; if (how & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, how); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int how, ...) { MODE return opened(path, how, mode, 0, 0); }
int open64(const char *path, int how, ...) { MODE return opened(path, how, mode, 0, 0); }
int openat(int folder, const char *path, int how, ...) { MODE return opened(path, how, mode, 1, folder); }
int openat64(int folder, const char *path, int how, ...) { MODE return opened(path, how, mode, 1, folder); }

int close(int file) {
  if (file >= 0 && file < FILES) known[file] = 0;
  return REAL(close)(file);
}

/* ---- data ---- */

static ssize_t wrote(int file, const void *data, ssize_t length, off64_t offset) {
  if (length > 0) record(flags(file), WRITE, inodeOf(file), (uint64_t)offset, NULL, data, (size_t)length);
  return length;
}

static ssize_t writeAt(int file, const void *data, size_t length, off64_t offset) {
  int why = fault(flags(file), 'w');
  if (why == FAIL_SILENTLY) return (ssize_t)length;
  if (why == FAIL_SHORT) length = length > 1 ? length / 2 : length;
  else FAILS(why);
  pthread_mutex_lock(&turn);
  ssize_t done = wrote(file, data, REAL(pwrite64)(file, data, length, offset), offset);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset) {
  return flags(file) ? writeAt(file, data, length, offset) : REAL(pwrite64)(file, data, length, offset);
}
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) {
  return flags(file) ? writeAt(file, data, length, offset) : REAL(pwrite64)(file, data, length, offset);
}

ssize_t write(int file, const void *data, size_t length) {
  if (!flags(file)) return REAL(write)(file, data, length);
  int why = fault(flags(file), 'w');
  if (why == FAIL_SILENTLY) return (ssize_t)length;
  if (why == FAIL_SHORT) length = length > 1 ? length / 2 : length;
  else FAILS(why);
  pthread_mutex_lock(&turn);
  ssize_t done = REAL(write)(file, data, length);
  if (done > 0) wrote(file, data, done, lseek64(file, 0, SEEK_CUR) - done);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  if (!flags(file)) return REAL(writev)(file, parts, count);
  /* One part at a time is a legal answer to a request for many. */
  for (int at = 0; at < count; at++)
    if (parts[at].iov_len > 0) return write(file, parts[at].iov_base, parts[at].iov_len);
  return 0;
}

/* Ways of writing that nobody here takes; seen all the same, a recording of them would be worth nothing. */
static void foreign(int file) { record(flags(file), FOREIGN, inodeOf(file), 0, NULL, NULL, 0); }
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  foreign(file);
  return REAL(pwritev)(file, parts, count, offset);
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t count) {
  foreign(to);
  return REAL(sendfile64)(to, from, offset, count);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t count) {
  foreign(to);
  return REAL(sendfile)(to, from, offset, count);
}
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *offset, size_t length, unsigned how) {
  foreign(to);
  return REAL(copy_file_range)(from, at, to, offset, length, how);
}
int fallocate64(int file, int mode, off64_t offset, off64_t length) {
  foreign(file);
  return REAL(fallocate64)(file, mode, offset, length);
}

int ftruncate64(int file, off64_t size) {
  if (!flags(file)) return REAL(ftruncate64)(file, size);
  FAILS(fault(flags(file), 't'));
  pthread_mutex_lock(&turn);
  int done = REAL(ftruncate64)(file, size);
  if (done == 0) record(flags(file), TRUNCATE, inodeOf(file), (uint64_t)size, NULL, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

static int flushed(int file, int (*how)(int)) {
  if (!flags(file)) return how(file);
  FAILS(faultOfDevice(flags(file), 's'));
  pthread_mutex_lock(&turn);
  int done = how(file);
  if (done == 0) record(flags(file), SYNC, inodeOf(file), 0, NULL, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int fsync(int file) { return flushed(file, REAL(fsync)); }
int fdatasync(int file) { return flushed(file, REAL(fdatasync)); }

ssize_t pread64(int file, void *data, size_t length, off64_t offset) {
  FAILS(faultOfDevice(flags(file), 'r'));
  return REAL(pread64)(file, data, length, offset);
}
ssize_t read(int file, void *data, size_t length) {
  FAILS(faultOfDevice(flags(file), 'r'));
  return REAL(read)(file, data, length);
}

/* ---- names ---- */

int rename(const char *from, const char *to) {
  int what = below(from) | below(to);
  if (!what) return REAL(rename)(from, to);
  FAILS(faultOfDevice(what, 'n'));
  pthread_mutex_lock(&turn);
  int done = REAL(rename)(from, to);
  if (done == 0) {
    if (!below(from) || !below(to)) abort(); /* into or out of the root: the recording cannot tell it */
    const char *name = to + rootLength + 1;
    record(what, RENAME, 0, 0, from, name, strlen(name));
  }
  pthread_mutex_unlock(&turn);
  return done;
}

static int removed(const char *path, uint32_t kind, int (*how)(const char *)) {
  int what = below(path);
  if (!what) return how(path);
  FAILS(faultOfDevice(what, 'n'));
  pthread_mutex_lock(&turn);
  struct stat64 there;
  if (kind == 0 && lstat64(path, &there) == 0) kind = S_ISDIR(there.st_mode) ? RMDIR : UNLINK;
  int done = how(path);
  if (done == 0) record(what, kind, 0, 0, path, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int unlink(const char *path) { return removed(path, UNLINK, REAL(unlink)); }
int rmdir(const char *path) { return removed(path, RMDIR, REAL(rmdir)); }
int remove(const char *path) { return removed(path, 0, REAL(remove)); }

int unlinkat(int folder, const char *name, int how) {
  char at[64], path[PATH_MAX];
  snprintf(at, sizeof at, "/proc/self/fd/%d", folder);
  ssize_t length = name[0] == '/' || folder == AT_FDCWD ? 0 : readlink(at, path, sizeof path - 1);
  if (length < 0 || (size_t)length + strlen(name) + 2 > sizeof path) return REAL(unlinkat)(folder, name, how);
  if (length > 0) path[length++] = '/';
  strcpy(path + length, name);
  if (!below(path)) return REAL(unlinkat)(folder, name, how);
  return how & AT_REMOVEDIR ? rmdir(path) : unlink(path);
}

int mkdir(const char *path, mode_t mode) {
  int what = below(path);
  if (!what) return REAL(mkdir)(path, mode);
  FAILS(fault(what, 'n'));
  pthread_mutex_lock(&turn);
  int done = REAL(mkdir)(path, mode);
  struct stat64 there;
  if (done == 0 && stat64(path, &there) == 0) record(what, MKDIR, there.st_ino, 0, path, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
