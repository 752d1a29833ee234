"""Pictures for test/cluster/worker/faces.sh, and what was found on them.

pictures.py make DEMO FOLDER    of the group photos in DEMO: faces cut out, the same spoiled, and what is no photo of a face
pictures.py compare FOLDER      lines "same N" and "other SHARE": of cut and spoiled faces with cosine .9, of pairs of people below .35
pictures.py stored FILE         width, height and what there is besides pixels
"""
import io
import json
import os
import struct
import sys
import zlib

from PIL import Image, ImageEnhance, ImageFilter

# Left, top, width and height of the faces on sample1.jpg to sample6.jpg.
FACES = [
    (1, 413, 353, 190, 243), (1, 823, 423, 216, 228), (1, 1456, 220, 234, 214), (2, 1442, 158, 205, 235),
    (2, 365, 122, 166, 293), (2, 890, 222, 169, 239), (3, 593, 320, 201, 277), (3, 1073, 206, 233, 310),
    (3, 1504, 300, 183, 276), (4, 992, 181, 173, 249), (4, 267, 195, 156, 254), (4, 663, 67, 184, 247),
    (4, 1265, 164, 156, 230), (5, 1114, 208, 162, 221), (5, 1414, 390, 178, 274), (5, 378, 871, 181, 301),
    (5, 610, 407, 161, 274), (5, 796, 118, 152, 206), (6, 259, 487, 206, 278), (6, 1486, 254, 213, 296),
    (6, 675, 319, 177, 311), (6, 1168, 312, 197, 268),
]


def cut(demo, face):
    number, left, top, width, height = face
    with Image.open(f'{demo}/sample{number}.jpg') as photo:
        more = 0.3 * height
        box = (left - more, top - more, left + width + more, top + height + more)
        edges = (0, 0, photo.width, photo.height)
        return photo.convert('RGB').crop([round(f(a, b)) for f, a, b in zip((max, max, min, min), box, edges)])


def bytes_of(picture, **options):
    out = io.BytesIO()
    picture.save(out, 'JPEG', **{'quality': 95, **options})
    return out.getvalue()


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def bomb(side):
    """A PNG of so many black pixels a side, a thousandth of that in bytes."""
    packer = zlib.compressobj(9)
    data = b''.join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 0, 0, 0, 0))
            + chunk(b'IDAT', data) + chunk(b'IEND', b''))


def framed(jpeg, width, height):
    """The same JPEG, whose header claims another size."""
    at = jpeg.index(b'\xff\xc0')
    return jpeg[:at + 5] + struct.pack('>HH', height, width) + jpeg[at + 9:]


def make(demo, folder):
    for n, face in enumerate(FACES):
        picture = cut(demo, face)
        with open(f'{folder}/cut{n}.jpg', 'wb') as out:
            out.write(bytes_of(picture))
        spoiled = ImageEnhance.Brightness(picture.rotate(8, Image.BICUBIC)).enhance(0.6)
        with open(f'{folder}/spoiled{n}.jpg', 'wb') as out:
            out.write(bytes_of(spoiled, quality=60))
    face = cut(demo, FACES[6])
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side: to be turned by 90 degrees
    exif[0x010E] = 'what nobody is to see'
    exif.get_ifd(0x8825).update({1: 'N', 2: (48.0, 8.0, 30.0), 3: 'E', 4: (11.0, 34.0, 12.0)})
    small = Image.new('RGB', (640, 480), (120, 130, 140))
    small.paste(face.resize((90, 90 * face.height // face.width)), (200, 150))
    slope = Image.linear_gradient('L').resize((800, 600)).convert('RGB')
    good = bytes_of(face)
    files = {
        'exif': bytes_of(face.rotate(90, expand=True), exif=exif, comment=b'what nobody is to see'),
        'none': bytes_of(slope), 'small': bytes_of(small), 'blurred': bytes_of(face.filter(ImageFilter.GaussianBlur(9))),
        'bomb': bomb(20000), 'largest': bomb(6300), 'svg': b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        'cut_off': good[:len(good) // 2], 'no_jpeg': b'\xff\xd8\xff' + bytes(range(256)) * 40, 'empty': b'',
        'huge_header': framed(good, 60000, 60000), 'false_header': framed(good, face.width * 3, face.height * 2),
        'broken': good[:2000] + bytes(len(good) - 4000) + good[-2000:],
    }
    out = io.BytesIO()
    face.convert('RGBA').save(out, 'PNG', pnginfo=None)
    files['png'] = out.getvalue()
    for name, data in files.items():
        with open(f'{folder}/{name}', 'wb') as out:
            out.write(data)


def embeddings(folder, kind):
    found = []
    for n in range(len(FACES)):
        with open(f'{folder}/{kind}{n}.json', encoding='ascii') as answer:
            found.append(json.load(answer).get('embedding'))
    return found


def cosine(a, b):
    return sum(x * y for x, y in zip(a, b)) if a and b else float('nan')


def compare(folder):
    people, spoiled = embeddings(folder, 'cut'), embeddings(folder, 'spoiled')
    print('same', sum(cosine(a, b) >= 0.9 for a, b in zip(people, spoiled)))
    others = [cosine(a, b) for n, a in enumerate(people) for b in people[:n]]
    print('other', round(sum(c < 0.35 for c in others) / len(others), 3))


def stored(file):
    with Image.open(file) as picture:
        picture.load()
        held = sorted(set(picture.info) - {'jfif', 'jfif_version', 'jfif_unit', 'jfif_density'})
        print(picture.width, picture.height, picture.format, len(picture.getexif()), *held)


{'make': make, 'compare': compare, 'stored': stored}[sys.argv[1]](*sys.argv[2:])
