// Files in memory, and their checksum.
#include "CInference.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

inference_mapping inference_map_file(const char *path) {
    inference_mapping result = {NULL, 0, 0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        result.error = errno;
        return result;
    }
    struct stat status;
    if (fstat(file, &status) != 0) {
        result.error = errno;
    } else if (S_ISDIR(status.st_mode)) {
        result.error = EISDIR;
    } else if (!S_ISREG(status.st_mode) || status.st_size == 0) {
        result.error = EINVAL;
    } else {
        void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes == MAP_FAILED) {
            result.error = errno;
        } else {
            result.bytes = bytes;
            result.count = (size_t)status.st_size;
        }
    }
    close(file);
    return result;
}

void inference_unmap(inference_mapping mapping) {
    if (mapping.bytes != NULL) munmap((void *)(uintptr_t)mapping.bytes, mapping.count);
}

void inference_describe_error(int error, char *out, size_t capacity) {
    // An empty file and a device both end as EINVAL above, which strerror words badly.
    snprintf(out, capacity, "%s", error == EINVAL ? "it is empty or not a regular file" : strerror(error));
}

uint64_t inference_checksum(const uint8_t *bytes, size_t words) {
    uint64_t value = 0xCBF29CE484222325u;
    for (size_t i = 0; i < words; i++) {
        uint64_t word;
        memcpy(&word, bytes + 8 * i, 8);
        value = (value ^ word) * 0x100000001B3u;
    }
    return value;
}
