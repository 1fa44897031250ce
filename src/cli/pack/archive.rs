//! Archives: the same files give the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The list of the digests of all other files.
pub const SUMS: &str = "SHA256SUMS";
/// The most bytes that an archive may hold when it is unpacked.
const MOST_BYTES: u64 = 256 << 20;

/// Files by their paths, in order.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The archive of these files. Times are those of the format's beginning, 1980.
pub fn write(files: &Files) -> Result<Vec<u8>, String> {
    let say = |error: zip::result::ZipError| error.to_string();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path.as_str(), options).map_err(say)?;
        writer.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(writer.finish().map_err(say)?.into_inner())
}

/// The files of an archive, each as its list of digests says.
pub fn read(bytes: &[u8]) -> Result<Files, String> {
    let say = |error: zip::result::ZipError| error.to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(say)?;
    let mut files = Files::new();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(say)?;
        let name = file.name().map_err(say)?.into_owned();
        // Not what the archive calls safe, but what `pack` writes: plain relative paths.
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        if name.contains(['\\', ':']) || !name.split('/').all(plain) {
            return Err(format!("`{name}` is no path that belongs into it"));
        }
        let mut bytes = Vec::new();
        let mut limited = file.take(left + 1);
        limited
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
        left = left
            .checked_sub(bytes.len() as u64)
            .ok_or("it holds more than a bank can")?;
        files.insert(name, bytes);
    }
    let stated = files.get(SUMS).ok_or("it has no list of digests")?;
    if *stated != sums(&files).into_bytes() {
        return Err("its files are not those of its list of digests".to_owned());
    }
    Ok(files)
}

/// The list of digests, as `sha256sum` writes and checks it.
pub fn sums(files: &Files) -> String {
    let others = files.iter().filter(|(path, _)| *path != SUMS);
    others
        .map(|(path, bytes)| format!("{}  {path}\n", digest(bytes)))
        .collect()
}

/// SHA-256 in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
