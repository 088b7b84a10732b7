"""Reads a packet that has been decrypted and unzipped, with nothing of Shuke: signature, hashes, rows, sums."""
import base64, hashlib, json, pathlib, subprocess, sys

folder = pathlib.Path(sys.argv[1])
public_key = base64.b64decode(sys.argv[2])

text = (folder / 'manifest.json').read_bytes()
manifest = json.loads(text)
(folder / 'key.der').write_bytes(bytes.fromhex('302a300506032b6570032100') + public_key)
(folder / 'signed').write_bytes(b'shuke-hq-v1\0' + hashlib.sha256(text).digest())
(folder / 'signature').write_bytes(base64.b64decode((folder / 'manifest.sig').read_bytes()))
subprocess.run(
    ['openssl', 'pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER', '-inkey', 'key.der',
     '-in', 'signed', '-sigfile', 'signature'],
    cwd=folder, check=True, stdout=subprocess.DEVNULL)

next_entry = manifest['firstEntry']
for file in manifest['files']:
    content = (folder / file['name']).read_bytes()
    assert len(content) == file['bytes'], file['name']
    assert hashlib.sha256(content).hexdigest() == file['sha256'], file['name']
    if file['kind'] is None:
        continue
    rows = [json.loads(line) for line in content.decode().splitlines()]
    assert len(rows) == file['rows'], file['name']
    for row in rows:
        assert row['entry'] == next_entry
        next_entry += 1
    for column, sum_of in file['sums'].items():
        assert sum(row[column] for row in rows if 'gone' not in row) == sum_of, column
assert next_entry - 1 == manifest['lastEntry']
print(json.dumps({'hash': hashlib.sha256(text).hexdigest(), 'entries': next_entry - manifest['firstEntry']}))
