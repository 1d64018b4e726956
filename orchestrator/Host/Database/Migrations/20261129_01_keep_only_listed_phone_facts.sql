-- Every fact that was not on a list of personal ones was kept for ever: names of networks and operators among them.
update phone_facts set facts = coalesce((
    select jsonb_object_agg(key, value)
    from jsonb_each(facts)
    where regexp_replace(split_part(key, ':', 1), '^fastbootd\.', 'getvar.') in (
        'getvar.product', 'getvar.variant', 'getvar.hw-revision', 'getvar.slot-count', 'getvar.is-userspace', 'getvar.version-bootloader',
        'getvar.secure', 'getvar.unlocked', 'getvar.securestate', 'getvar.unlock-ability', 'getvar.carrier-lock', 'getvar.device-owner',
        'getvar.anti', 'getvar.rollback-index', 'getvar.security-patch-level',
        'getprop.ro.product.brand', 'getprop.ro.product.manufacturer', 'getprop.ro.product.model', 'getprop.ro.product.device',
        'getprop.ro.product.name', 'getprop.ro.product.board', 'getprop.ro.product.vendor.device', 'getprop.ro.product.vendor.model',
        'getprop.ro.board.platform', 'getprop.ro.soc.manufacturer', 'getprop.ro.soc.model', 'getprop.ro.chipname',
        'getprop.ro.mediatek.platform', 'getprop.ro.lineage.device', 'getprop.ro.build.product', 'getprop.ro.hardware',
        'getprop.ro.boot.hardware', 'getprop.ro.boot.hardware.sku', 'getprop.ro.build.version.release', 'getprop.ro.build.version.sdk',
        'getprop.ro.build.version.security_patch', 'getprop.ro.boot.slot_suffix', 'getprop.ro.boot.dynamic_partitions',
        'getprop.ro.treble.enabled', 'getprop.ro.boot.flash.locked', 'getprop.ro.boot.verifiedbootstate',
        'getprop.ro.boot.vbmeta.device_state', 'getprop.ro.oem_unlock_supported', 'getprop.sys.oem_unlock_allowed',
        'usb.vendor-id', 'usb.product-id')
), '{}');

-- What went back to its owner and has not been seen since.
delete from phone_facts using release
where release.phone_id = phone_facts.phone_id and release.ended_because = 'handed-back' and release.ended_at >= phone_facts.seen_at;

create index phone_facts_seen_ix on phone_facts (seen_at);
comment on table phone_facts is
    'What a phone last said in each mode of its model, its chip and its lock: listed facts only. It outlives the unplugging, not the handing back.';
