#!/usr/bin/env python3
"""Gathers the photos of public image repositories into a tar shard for training.

Every photo is reduced to a short side of at most 224 pixels and stored as JPEG. Left out: pictures
that cannot be read or are tiny, near-copies of a photo to validate or test on (mirrored ones too),
and copies of a photo that is there already. A copy is told by few differing bits in its average or
difference hash (64 bits each). The same repositories at the same commits give the same tar.

usage: gather_photos.py OUT.tar --set NAME=REPOSITORY@COMMIT:FOLDER...
           [--not TAR|REPOSITORY@COMMIT:FOLDER...] [--there TAR...]

REPOSITORY is the git directory of a clone. Needs numpy and Pillow.
"""
import argparse
import io
import subprocess
import tarfile

import numpy as np
from PIL import Image

SIDE = 224
SMALLEST = 96
NEAR_DIFFERENCE, NEAR_AVERAGE = 12, 5  # bits, of a photo that must stay unseen
SAME_DIFFERENCE = 5                    # bits, of a photo that is there already
BATCH = 512


def members(source):
    """Path and bytes of every picture of a tar or of REPOSITORY@COMMIT:FOLDER."""
    if source.endswith('.tar'):
        with tarfile.open(source) as tar:
            for member in tar:
                if member.isfile():
                    yield member.name, tar.extractfile(member).read()
        return
    repository, rest = source.split('@')
    git = ['git', '-C', repository]
    listing = subprocess.run(git + ['ls-tree', '-r', rest], check=True, capture_output=True,
                             text=True).stdout
    reader = subprocess.Popen(git + ['cat-file', '--batch'], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    for line in listing.splitlines():
        meta, path = line.split('\t')
        if not path.lower().endswith(('.jpg', '.jpeg', '.png', '.webp')):
            continue
        reader.stdin.write(meta.split()[2].encode() + b'\n')
        reader.stdin.flush()
        header = reader.stdout.readline().split()
        if header[1] == b'missing':
            continue
        yield path, reader.stdout.read(int(header[2]))
        reader.stdout.read(1)
    reader.stdin.close()


def reduced(data):
    """The photo at its size for training; None if it cannot be used."""
    try:
        picture = Image.open(io.BytesIO(data))
        picture.draft('RGB', (SIDE, SIDE))
        picture = picture.convert('RGB')
    except Exception:  # Pillow raises many kinds, and one bad file never stops the others
        return None
    if min(picture.size) < SMALLEST:
        return None
    scale = SIDE / min(picture.size)
    if scale < 1:
        method = Image.BOX if scale < .5 else Image.BICUBIC
        picture = picture.resize([round(side * scale) for side in picture.size], method)
    return picture


def hashes(picture):
    """Difference and average hash as rows of -1 and 1."""
    grey = picture.convert('L')
    nine = np.asarray(grey.resize((9, 8), Image.BOX), np.int16)
    eight = np.asarray(grey.resize((8, 8), Image.BOX), np.float32)
    signs = nine[:, 1:] > nine[:, :-1], eight > eight.mean()
    return [np.where(sign.ravel(), 1, -1).astype(np.float32) for sign in signs]


def near(rows, others, bits):
    """Which rows differ from any of the others in at most so many bits."""
    return ((64 - rows @ others.T) / 2 <= bits).any(1)


class Collection:
    """Hashes of the photos of some sources."""

    def __init__(self, sources, mirrored):
        self.differences = self.averages = np.empty((0, 64), np.float32)
        found = []
        for source in sources:
            for _, data in members(source):
                # Hashes are of photos as they would be stored.
                if picture := reduced(data):
                    found.append(hashes(picture))
                    if mirrored:
                        found.append(hashes(picture.transpose(Image.FLIP_LEFT_RIGHT)))
        if found:
            self.differences, self.averages = (np.stack(rows) for rows in zip(*found))


class Shard:
    """The tar that is written."""

    def __init__(self, tar, unseen, there):
        self.tar, self.unseen, self.there = tar, unseen, there.differences

    def add(self, name, batch):
        """Adds what may be added of (path, picture) pairs and returns how many."""
        rows = [hashes(picture) for _, picture in batch]
        differences, averages = (np.stack(part) for part in zip(*rows))
        left_out = (near(differences, self.unseen.differences, NEAR_DIFFERENCE)
                    | near(averages, self.unseen.averages, NEAR_AVERAGE)
                    | near(differences, self.there, SAME_DIFFERENCE))
        added = 0
        for i, (path, picture) in enumerate(batch):
            if left_out[i] or near(differences[i:i + 1], differences[:i], SAME_DIFFERENCE)[0]:
                continue
            stored = io.BytesIO()
            picture.save(stored, 'JPEG', quality=92, subsampling=0)
            info = tarfile.TarInfo(f'{name}/{path.replace("/", "_")}')
            info.size = stored.tell()
            stored.seek(0)
            self.tar.addfile(info, stored)
            added += 1
        self.there = np.concatenate([self.there, differences])
        return added


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('--set', nargs='+', required=True)
    parser.add_argument('--not', nargs='*', dest='unseen', default=[])
    parser.add_argument('--there', nargs='*', default=[])
    args = parser.parse_args()
    unseen = Collection(args.unseen, mirrored=True)
    there = Collection(args.there, mirrored=False)
    with tarfile.open(args.out, 'w') as tar:
        shard = Shard(tar, unseen, there)
        for item in args.set:
            name, source = item.split('=', 1)
            batch, looked, added = [], 0, 0
            for path, data in members(source):
                looked += 1
                if picture := reduced(data):
                    batch.append((path, picture))
                if len(batch) == BATCH:
                    added += shard.add(name, batch)
                    batch = []
            if batch:
                added += shard.add(name, batch)
            print(f'{name}: {added} of {looked} photos', flush=True)


main()
